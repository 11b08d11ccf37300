import { getBackend } from '@/server/backend';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => getBackend().answerHealth();
