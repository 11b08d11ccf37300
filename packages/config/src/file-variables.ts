import { readFileSync } from 'node:fs';
import { InvalidConfigError } from './invalid-config-error';

/** Variables whose value carries a password, so that a file may hold it instead of the environment. */
const MAY_BE_IN_A_FILE = ['DATABASE_URL'] as const;

/**
 * Fills in `NAME` from the file that `NAME_FILE` names, without the line end; `NAME` itself wins.
 * Throws InvalidConfigError when the file cannot be read.
 */
export function readFileVariables(given: Record<string, unknown>): Record<string, unknown> {
  const values = { ...given };
  for (const name of MAY_BE_IN_A_FILE) {
    const path = given[`${name}_FILE`];
    if (values[name] !== undefined || typeof path !== 'string') continue;
    values[name] = contentOf(path, `${name}_FILE`);
  }
  return values;
}

function contentOf(path: string, variable: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new InvalidConfigError([`${variable}: cannot be read: ${(error as NodeJS.ErrnoException).code}`]);
  }
}
