import { getBackend } from '@/server/backend';

const handler = (request: Request): Promise<Response> => getBackend().answerAttachment(request);

export { handler as GET, handler as PUT };
