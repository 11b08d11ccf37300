import NextAuth from 'next-auth';
import { getServer } from '@/server/composition';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Built per request so that nothing is read while the pages are being compiled. */
const handler = (request: Request, context: RouteContext): Promise<Response> =>
  NextAuth(getServer().authOptions)(request, context);

export { handler as GET, handler as POST };
