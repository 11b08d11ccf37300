import { handleFileRequest } from '@jalon/api/server';
import { getServer } from '@/server/composition';

const handler = (request: Request): Promise<Response> => handleFileRequest(getServer(), request);

export { handler as GET, handler as PUT };
