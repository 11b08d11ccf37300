import { getBackend } from '@/server/backend';

const handler = (request: Request): Promise<Response> => getBackend().answerTrpc(request);

export { handler as GET, handler as POST };
