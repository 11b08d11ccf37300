import {
  DomainError,
  isDomainError,
  PUSH_BYTES_MAX,
  type PushedSample,
  pushSamplesSchema,
} from '@jalon/contracts';
import { findKpiSender, type KpiSender, pushSamples } from '@jalon/core/kpi';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { toApiError } from '../errors';
import type { Server } from './create-server';

/** What this needs of the server: the database, the limiter and the log. */
export type SamplesServer = Pick<Server, 'createContext' | 'pushes' | 'logger'>;

class TooLarge extends Error {}

/**
 * POST of samples by a machine: `Authorization: Bearer <token>`, a JSON body with one sample, a list of them, or
 * `{"samples": […]}`. Answers 201, or 200 when all of it was known; 401, 403, 404, 409, 413, 422 and 429 say what is
 * wrong, naming the field. No cookie is looked at, so no foreign page can use somebody's session here.
 */
export async function handleSamplesRequest(
  server: SamplesServer,
  request: Request,
  kpi: string,
): Promise<Response> {
  try {
    const { core } = await server.createContext(null);
    const sender: KpiSender = await findKpiSender(core, bearerOf(request));
    await server.pushes.count(sender.tokenId);
    const { samples, single } = await readSamples(request);
    const result = await pushSamples(core, sender, kpi, samples).catch((error: unknown) => {
      throw single ? withoutPlace(error) : error;
    });
    return answer(result.stored > 0 ? 201 : 200, result);
  } catch (thrown) {
    return refusal(server, thrown);
  }
}

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

function bearerOf(request: Request): string {
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token) return token;
  throw new DomainError('UNAUTHENTICATED', 'Send the token as “Authorization: Bearer <token>”.');
}

/** The body, at most as long as it may be, whatever its headers say. */
async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > PUSH_BYTES_MAX) throw new TooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > PUSH_BYTES_MAX) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readSamples(request: Request): Promise<{ samples: PushedSample[]; single: boolean }> {
  const text = await readBody(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const message = 'The body is not JSON.';
    throw new DomainError('VALIDATION', message, [{ path: 'body', message }]);
  }
  const wrapped = typeof body === 'object' && body !== null && 'samples' in body;
  const single = !wrapped && !Array.isArray(body);
  const read = pushSamplesSchema.safeParse(wrapped ? body : { samples: single ? [body] : body });
  if (read.success) return { samples: read.data.samples, single };
  const details = read.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.'), message }));
  const error = new DomainError(
    'VALIDATION',
    details.map(({ path, message }) => `${path}: ${message}`).join('. '),
    details,
  );
  throw single ? withoutPlace(error) : error;
}

/** Of a body that is one sample, the field is `value` and not `samples.0.value`. */
function withoutPlace(error: unknown): unknown {
  if (!isDomainError(error)) return error;
  const short = (text: string) => text.replaceAll('samples.0.', '').replaceAll('samples.0', 'body');
  const details = error.details.map(({ path, message }) => ({ path: short(path ?? ''), message }));
  return new DomainError(error.code, short(error.message), details);
}

function refusal(server: SamplesServer, thrown: unknown): Response {
  if (thrown instanceof TooLarge) {
    const message = `The body is larger than ${PUSH_BYTES_MAX / 1024} KiB: send fewer samples at once.`;
    const error = { code: 'VALIDATION', message, details: [{ path: 'body', message }], errorId: null };
    return answer(413, { error });
  }
  const error = toApiError(thrown, (errorId, cause) =>
    server.logger.error({ errorId, err: cause }, 'pushed samples could not be stored'),
  );
  const { code, details } = error.data;
  const status = code === 'VALIDATION' ? 422 : getHTTPStatusCodeFromError(error);
  const headers: Record<string, string> = {};
  if (code === 'UNAUTHENTICATED') headers['www-authenticate'] = 'Bearer realm="jalon"';
  if (code === 'TOO_MANY_ATTEMPTS') headers['retry-after'] = details[0]?.message ?? '60';
  return answer(status, { error: { ...error.data, message: error.message } }, headers);
}
