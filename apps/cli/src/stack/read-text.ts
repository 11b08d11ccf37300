import { readFileSync, statSync } from 'node:fs';
import { DomainError } from '@jalon/contracts';

/** Far above any file that a person writes; a stack of 4 million characters is refused anyway. */
const MAX_BYTES = 4 * 1024 ** 2;

/**
 * The text of a file that a person named.
 * @param label how messages call it
 * @throws DomainError NOT_FOUND or VALIDATION that says why it cannot be read
 */
export function readText(path: string, label: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      throw new DomainError('VALIDATION', `${label} is too large: ${size} bytes, at most ${MAX_BYTES}.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw readError(error, label);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  ELOOP: 'its links lead in a circle',
};

function readError(error: unknown, label: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new DomainError(
    code === 'ENOENT' ? 'NOT_FOUND' : 'VALIDATION',
    `${label} cannot be read: ${reason}.`,
  );
}
