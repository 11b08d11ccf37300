import NextAuth from 'next-auth';
import { getBackend } from '@/server/backend';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Built per request so that nothing is read while the pages are being compiled. */
const handler = (request: Request, context: RouteContext): Promise<Response> =>
  NextAuth(getBackend().server.authOptions)(request, context);

export { handler as GET, handler as POST };
