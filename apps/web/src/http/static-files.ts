import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './security-headers';

const MOUNTED_AT = '/_next/static';
const YEAR_S = 31_536_000;

/** Whether a request is for a file that was built for browsers, which `staticFiles` answers. */
export const isForStaticFiles = (request: IncomingMessage): boolean =>
  request.url?.startsWith(`${MOUNTED_AT}/`) ?? false;

/**
 * Answers requests for the files that were built for browsers, which are in `dir`. Each is sent as it was packed when it
 * was built (pack-static.mjs), with brotli or gzip as the browser takes it: see docs/decisions/0047. A name carries the
 * hash of what is in it, so nobody need ever ask for it again. Of a file that is not there, `otherwise` is told.
 */
export function staticFiles(
  dir: string,
  otherwise: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) {
  const send = sirv(dir, {
    gzip: true,
    brotli: true,
    immutable: true,
    maxAge: YEAR_S,
    setHeaders: (response) => {
      for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
    },
  });
  return (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url } = request;
    let passedOn: Promise<void> | undefined;
    request.url = url?.slice(MOUNTED_AT.length);
    send(request, response, () => {
      request.url = url;
      passedOn = otherwise(request, response);
    });
    return passedOn ?? Promise.resolve();
  };
}
