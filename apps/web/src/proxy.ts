import { type NextRequest, NextResponse } from 'next/server';

/** Where the server components read the path from; a layout is not told it otherwise. */
export const PATH_HEADER = 'x-jalon-path';

/**
 * Gives every page its Content-Security-Policy with a fresh nonce, and tells it its own path.
 * It decides nothing about who may see what: each page and each procedure does that for itself, so a
 * request that found a way round this file would gain nothing.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''));
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  // A constant that the bundler writes in; React's development build needs eval for its stack traces.
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Elements need the nonce; the style attribute carries positions and widths that React writes.
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|api/|icon.svg|favicon.ico).*)'],
};
