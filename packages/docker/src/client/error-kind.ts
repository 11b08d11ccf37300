import { type ErrorCode, isDomainError } from '@jalon/contracts';

/** True for a DomainError of this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return isDomainError(error) && error.code === code;
}

/** `null` in place of NOT_FOUND; anything else is thrown on. */
export async function orNull<T>(attempt: Promise<T>): Promise<T | null> {
  try {
    return await attempt;
  } catch (error) {
    if (hasCode(error, 'NOT_FOUND') || hasCode(error, 'IMAGE_NOT_FOUND')) return null;
    throw error;
  }
}
