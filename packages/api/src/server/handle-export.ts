import { Readable } from 'node:stream';
import { allows, DomainError, exportUseCasesInputSchema } from '@jalon/contracts';
import { exportUseCases } from '@jalon/core/use-case';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { toApiError } from '../errors';
import type { Server } from './create-server';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * GET gives the list of use cases as a file, streamed: `?input=` holds the filter, the order and the format as JSON.
 * The permission is that of the list.
 */
export async function handleExportRequest(server: Server, request: Request): Promise<Response> {
  try {
    const { core, principal, session } = await server.createContext(request.headers.get('cookie'));
    if (!principal) throw new DomainError('UNAUTHENTICATED', 'Sign in first.');
    if (!allows(principal.role, 'portfolio:read')) {
      throw new DomainError('FORBIDDEN', 'Your role does not allow this: ask an admin.');
    }
    const input = readInput(request);
    const file = exportUseCases(core, principal, input, session?.locale === 'fr' ? 'fr' : 'en');
    file.on('error', (error) => server.logger.error({ err: error }, 'an export broke off'));
    const headers = {
      'content-type': TYPES[input.format],
      'content-disposition': `attachment; filename="use-cases.${input.format}"`,
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

function readInput(request: Request) {
  try {
    return exportUseCasesInputSchema.parse(JSON.parse(new URL(request.url).searchParams.get('input') ?? ''));
  } catch {
    throw new DomainError('VALIDATION', 'What shall be exported could not be understood.');
  }
}
