import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError, type ErrorCode, isDomainError } from '@jalon/contracts';

const STATUSES: Partial<Record<ErrorCode, number>> = {
  VALIDATION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ENGINE_UNREACHABLE: 503,
  UNAVAILABLE: 503,
};

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** An error in the form that the web process reads; a stream that has begun is cut off. */
export function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = isDomainError(error)
    ? error
    : new DomainError('INTERNAL', 'The worker met an error. Its log has more.');
  const { code, message } = known;
  answerJson(response, STATUSES[code] ?? 500, { error: { code, message } });
}

/** Aborts when the reader has gone. */
export function signalOf(request: IncomingMessage, response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  request.on('error', () => controller.abort());
  return controller.signal;
}

/** What a schema of contracts says of a query; VALIDATION with its first complaint when it does not hold. */
export function readQuery<T>(
  schema: {
    safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
  },
  query: Record<string, unknown>,
): T {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new DomainError('VALIDATION', `The query is not right: ${parsed.error.message}`);
}
