import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { SECURITY_HEADERS } from './security-headers';

/** Less is sent as it is: it fits into one packet. */
const WORTH_PACKING_BYTES = 1_400;
const pack = promisify(gzip);

/**
 * Sends `answer` as the answer to `request`: JSON whole, and packed where the browser takes that; all else, for
 * instance an event stream, as it comes. Ends without an error when the reader has gone.
 */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.statusCode = answer.status;
  if (isJson(answer)) await sendWhole(request, response, answer);
  else await sendAsItComes(response, answer);
}

async function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  const text = Buffer.from(await answer.arrayBuffer());
  response.appendHeader('vary', 'accept-encoding');
  if (text.length < WORTH_PACKING_BYTES || !takesGzip(request)) {
    response.setHeader('content-length', text.length).end(text);
    return;
  }
  const packed = await pack(text, { level: constants.Z_BEST_SPEED });
  response.setHeader('content-encoding', 'gzip').setHeader('content-length', packed.length).end(packed);
}

async function sendAsItComes(response: ServerResponse, answer: Response): Promise<void> {
  if (!answer.body) {
    response.end();
    return;
  }
  response.flushHeaders();
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(body, response).catch((error: NodeJS.ErrnoException) => {
    // The reader has gone.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

const isJson = (answer: Response): boolean =>
  answer.headers.get('content-type')?.startsWith('application/json') ?? false;

const takesGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
