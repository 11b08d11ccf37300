import { allows, DomainError, type FileRef, filePathRef, fileRef, UPLOAD_MAX_BYTES } from '@jalon/contracts';
import { readFile, uploadFile } from '@jalon/core/file';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { ApiContext } from '../context';
import { toApiError } from '../errors';
import { checkSender } from './check-origin';
import type { Server } from './create-server';

type SignedIn = ApiContext & { principal: NonNullable<ApiContext['principal']> };

/**
 * GET gives a file of a volume, PUT puts one there: bodies of any size stream through, which a procedure cannot do.
 * `?environmentId=…&volume=…&name=…`; the same permission and scope as every procedure about files.
 */
export async function handleFileRequest(server: Server, request: Request): Promise<Response> {
  try {
    if (request.method === 'PUT' && checkSender(request, server.publicUrl)) {
      throw new DomainError('FORBIDDEN', 'A file must be sent by a page of this installation.');
    }
    const context = await authorize(server, request);
    const ref = readRef(request);
    return request.method === 'PUT' ? await put(context, ref, request) : await get(context, ref, request);
  } catch (thrown) {
    const error = toApiError(thrown, (errorId, cause) =>
      server.logger.error({ errorId, err: cause }, 'file request failed'),
    );
    const body = { error: { ...error.data, message: error.message } };
    return Response.json(body, { status: getHTTPStatusCodeFromError(error) });
  }
}

async function authorize(server: Server, request: Request): Promise<SignedIn> {
  const context = await server.createContext(request.headers.get('cookie'));
  const { principal } = context;
  if (!principal) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  if (!allows(principal.role, 'file:write')) {
    throw new DomainError('FORBIDDEN', 'Your role does not allow this: ask an admin.');
  }
  return { ...context, principal };
}

function readRef(request: Request): FileRef {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = (request.method === 'PUT' ? fileRef : filePathRef).safeParse(query);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  throw new DomainError('VALIDATION', details.map((detail) => detail.message).join(' '), details);
}

async function put(context: SignedIn, ref: FileRef, request: Request): Promise<Response> {
  const size = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(size) || size < 0 || !request.body) {
    throw new DomainError('VALIDATION', 'The size of the file must be said in Content-Length.');
  }
  const body = request.body.pipeThrough(exactly(size));
  await uploadFile(context.core, context.services.worker, context.principal, ref, { body, size });
  return Response.json({ name: ref.name, size });
}

async function get(context: SignedIn, ref: FileRef, request: Request): Promise<Response> {
  const { core, services, principal } = context;
  const body = await readFile(core, services.worker, principal, ref, request.signal);
  const headers = {
    // Never opened in the page's own origin, whatever the file holds.
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${ref.name.split('/').at(-1)}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return new Response(body, { headers });
}

/** Lets exactly `size` bytes through: a body that is longer, or ends early, is an error. */
function exactly(size: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > Math.min(size, UPLOAD_MAX_BYTES)) controller.error(new Error('The body is too long.'));
      else controller.enqueue(chunk);
    },
    flush(controller) {
      if (seen !== size) controller.error(new Error('The body ended early.'));
    },
  });
}
