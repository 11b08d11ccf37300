import type { ApiErrorData } from '@jalon/api';
import { TRPCClientError } from '@trpc/client';

/** What the API says about a failure; null when it is not the API that answered. */
export function apiErrorData(error: unknown): ApiErrorData | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return data && typeof data === 'object' && 'code' in data ? (data as ApiErrorData) : null;
}

export const apiErrorCode = (error: unknown): ApiErrorData['code'] | null =>
  apiErrorData(error)?.code ?? null;

/** True when trying again may help: nobody answered, or the other side is away for a moment. */
export function isTransient(error: unknown): boolean {
  const data = apiErrorData(error);
  return data ? data.code === 'UNAVAILABLE' : error instanceof TRPCClientError;
}
