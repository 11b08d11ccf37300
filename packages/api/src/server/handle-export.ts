import { Readable } from 'node:stream';
import {
  allows,
  auditFilterSchema,
  DomainError,
  exportUseCasesInputSchema,
  type Principal,
  type Scope,
} from '@jalon/contracts';
import { exportAuditLog } from '@jalon/core/audit';
import { exportUseCases } from '@jalon/core/use-case';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { z } from 'zod';
import { toApiError } from '../errors';
import type { Server } from './create-server';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What an export answers: the file, its type and its name. */
interface Exported {
  file: Readable;
  type: string;
  name: string;
}

type Context = Awaited<ReturnType<Server['createContext']>>;
type Made = (context: Context & { principal: Principal }, input: unknown) => Promise<Exported>;

/**
 * GET gives a file, streamed: `?input=` holds what is wanted as JSON. The permission is that of the list which the file
 * is of.
 */
async function answer(server: Server, request: Request, scope: Scope, make: Made): Promise<Response> {
  try {
    const context = await server.createContext(request.headers.get('cookie'));
    const { principal } = context;
    if (!principal) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    if (!allows(principal.role, scope)) {
      throw new DomainError('FORBIDDEN', 'Your role does not allow this: ask an admin.');
    }
    const { file, type, name } = await make({ ...context, principal }, readInput(request));
    file.on('error', (error) => server.logger.error({ err: error }, 'an export broke off'));
    const headers = {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, { headers });
  } catch (thrown) {
    const error = toApiError(thrown, (errorId, cause) =>
      server.logger.error({ errorId, err: cause }, 'export failed'),
    );
    const body = { error: { ...error.data, message: error.message } };
    return Response.json(body, { status: getHTTPStatusCodeFromError(error) });
  }
}

/** The list of use cases: the filter, the order and the format. */
export function handleExportRequest(server: Server, request: Request): Promise<Response> {
  return answer(server, request, 'portfolio:read', async ({ core, principal, session }, input) => {
    const wanted = understood(exportUseCasesInputSchema, input);
    const file = exportUseCases(core, principal, wanted, session?.locale === 'fr' ? 'fr' : 'en');
    return { file, type: TYPES[wanted.format], name: `use-cases.${wanted.format}` };
  });
}

/** The audit log: a filter. */
export function handleAuditExportRequest(server: Server, request: Request): Promise<Response> {
  return answer(server, request, 'audit:read', async ({ core, principal }, input) => {
    const file = await exportAuditLog(core, principal, understood(auditFilterSchema, input));
    return { file, type: TYPES.csv, name: 'audit-log.csv' };
  });
}

const notUnderstood = () => new DomainError('VALIDATION', 'What shall be exported could not be understood.');

function readInput(request: Request): unknown {
  try {
    return JSON.parse(new URL(request.url).searchParams.get('input') ?? '');
  } catch {
    throw notUnderstood();
  }
}

function understood<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const { success, data } = schema.safeParse(input);
  if (!success) throw notUnderstood();
  return data;
}
