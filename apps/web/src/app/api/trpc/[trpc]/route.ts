import { handleTrpcRequest } from '@jalon/api/server';
import { getServer } from '@/server/composition';

const handler = (request: Request): Promise<Response> => handleTrpcRequest(getServer(), request, '/api/trpc');

export { handler as GET, handler as POST };
