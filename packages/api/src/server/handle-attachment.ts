import {
  ATTACHMENT_MAX_BYTES,
  type AttachmentType,
  addAttachmentInputSchema,
  allows,
  attachmentIdInputSchema,
  DomainError,
  type Principal,
  type Scope,
} from '@jalon/contracts';
import type { CoreContext } from '@jalon/core';
import { addAttachment, readAttachment } from '@jalon/core/attachment';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { z } from 'zod';
import { toApiError } from '../errors';
import { checkSender } from './check-origin';
import type { Server } from './create-server';

const TYPES: Record<AttachmentType, string> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  MD: 'text/markdown; charset=utf-8',
};

/**
 * GET gives a document of a use case (`?attachmentId=…`), PUT adds one (`?useCaseId=…&name=…`, the file as the body);
 * the same permissions as the procedures of attachments.
 */
export async function handleAttachmentRequest(server: Server, request: Request): Promise<Response> {
  try {
    const isPut = request.method === 'PUT';
    if (isPut && checkSender(request, server.publicUrl)) {
      throw new DomainError('FORBIDDEN', 'A file must be sent by a page of this installation.');
    }
    const { core, principal } = await authorize(server, request, isPut ? 'comment:write' : 'portfolio:read');
    return isPut ? await put(core, principal, request) : await get(core, principal, request);
  } catch (thrown) {
    const error = toApiError(thrown, (errorId, cause) =>
      server.logger.error({ errorId, err: cause }, 'attachment request failed'),
    );
    const body = { error: { ...error.data, message: error.message } };
    return Response.json(body, { status: getHTTPStatusCodeFromError(error) });
  }
}

async function authorize(
  server: Server,
  request: Request,
  scope: Scope,
): Promise<{ core: CoreContext; principal: Principal }> {
  const { core, principal } = await server.createContext(request.headers.get('cookie'));
  if (!principal) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
  if (!allows(principal.role, scope)) {
    throw new DomainError('FORBIDDEN', 'Your role does not allow this: ask an admin.');
  }
  return { core, principal };
}

async function put(core: CoreContext, principal: Principal, request: Request): Promise<Response> {
  const input = readQuery(addAttachmentInputSchema, request);
  return Response.json(await addAttachment(core, principal, input, await readBody(request)));
}

async function get(core: CoreContext, principal: Principal, request: Request): Promise<Response> {
  const { name, type, bytes } = await readAttachment(
    core,
    principal,
    readQuery(attachmentIdInputSchema, request),
  );
  const headers = {
    'content-type': TYPES[type],
    // Never opened in the page's own origin, whatever the file holds.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return new Response(bytes, { headers });
}

/** The whole body, given up at the first byte too many: what Content-Length says is not believed. */
async function readBody(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    chunks.push(chunk);
    // One byte more is enough to be refused for its size, with the words of the use case.
    if (size > ATTACHMENT_MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function readQuery<Output>(schema: z.ZodType<Output>, request: Request): Output {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new DomainError('VALIDATION', details.map(({ message }) => message).join(' '), details);
}
