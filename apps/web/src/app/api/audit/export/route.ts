import { getBackend } from '@/server/backend';

export const GET = (request: Request): Promise<Response> => getBackend().answerAuditExport(request);
