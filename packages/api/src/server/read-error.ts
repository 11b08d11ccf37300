import { DomainError, ERROR_CODES, type ErrorCode } from '@jalon/contracts';

/** The domain error in another process's answer (`{error: {code, message}}` or `{code, message}`), or a plain one. */
export async function readError(
  response: Response,
  fallbackCode: ErrorCode,
  fallbackMessage: string,
): Promise<DomainError> {
  const body: unknown = await response.json().catch(() => null);
  const error = pick(pick(body, 'error') ?? body, 'code') ? (pick(body, 'error') ?? body) : null;
  const code = ERROR_CODES.find((known) => known === pick(error, 'code')) ?? fallbackCode;
  const message = pick(error, 'message');
  const text =
    typeof message === 'string' && message !== '' ? message : `${fallbackMessage} (${response.status})`;
  return new DomainError(code, text);
}

function pick(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
