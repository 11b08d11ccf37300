import { relative, resolve } from 'node:path';
import { parseDotenv } from '@jalon/compose';
import { isDomainError } from '@jalon/contracts';
import type { Given } from '../args/given';
import type { Io } from '../io';
import { FileErrors } from './findings';
import { readText } from './read-text';

/**
 * Values for `${…}`: the process environment over the files of --env-file, the later of them over the earlier. The `.env` of
 * the project is the reader's own.
 * @throws FileErrors for a file that is no environment file; DomainError for one that is not there
 */
export function readVariables(io: Io, given: Given): Record<string, string> {
  const own = Object.entries(io.environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const environment = Object.fromEntries(own);
  const files = given.texts('env-file').map((name) => readOne(io, name, environment));
  return Object.assign({}, ...files, environment);
}

function readOne(io: Io, name: string, environment: Record<string, string>): Record<string, string> {
  const path = resolve(io.folder, name);
  const label = relative(io.folder, path) || path;
  const text = readText(path, label);
  try {
    return parseDotenv(text, environment);
  } catch (error) {
    if (!isDomainError(error) || error.details.length === 0) throw error;
    const findings = error.details.map(({ line = 1, column = 1, message }) => ({
      file: label,
      line,
      column,
      path: '',
      message,
    }));
    throw new FileErrors(findings, [label]);
  }
}
