import { readFileSync } from 'node:fs';
import { DomainError } from '@jalon/contracts';
import type { Io } from '../../io';

/**
 * Address of the installation's database: DATABASE_URL, or what is in the file that DATABASE_URL_FILE names.
 * Never an option: it holds a password, and a command line can be read by everybody on the machine.
 */
export function databaseUrl(io: Io): string {
  const { DATABASE_URL: url, DATABASE_URL_FILE: file } = io.environment;
  const found = url || (file ? contentOf(file) : '');
  if (/^postgres(ql)?:\/\/.+/.test(found)) return found;
  throw new DomainError(
    'VALIDATION',
    'Set DATABASE_URL, or DATABASE_URL_FILE, to the database of the installation: postgresql://user:password@host:5432/jalon. ' +
      'In a checkout, npm run audit:verify finds it by itself.',
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DomainError('VALIDATION', `DATABASE_URL_FILE: ${file} cannot be read (${code}).`);
  }
}
