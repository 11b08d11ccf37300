import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { DomainError } from '@jalon/contracts';
import type { Given } from '../args/given';
import type { Io } from '../io';

/** Standard input, where a file is named. */
export const STANDARD_INPUT = '-';

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/**
 * The Compose files that a command is about: absolute paths, or `-`. Those that were named, else those of COMPOSE_FILE,
 * else the one here or in the nearest folder above, with its override.
 *
 * @param words those that stand without an option; they come before those of --file
 * @throws DomainError NOT_FOUND when there is none
 */
export function findFiles(io: Io, given: Given, words: readonly string[] = given.positionals): string[] {
  const files = namedFiles(io, given, words);
  if (files.length > 0) return files;
  const found = nearestFiles(io.folder);
  if (found.length > 0) return found;
  throw new DomainError(
    'NOT_FOUND',
    `There is no Compose file in ${io.folder} or above it. Name one, such as: jalon compose check path/to/compose.yaml`,
  );
}

/** As findFiles, but an empty list instead of an error: for commands that a project's name is enough for. */
export function findFilesIfAny(io: Io, given: Given, words: readonly string[]): string[] {
  const files = namedFiles(io, given, words);
  if (files.length > 0 || given.text('project-name') !== undefined) return files;
  return nearestFiles(io.folder);
}

function namedFiles(io: Io, given: Given, words: readonly string[]): string[] {
  const named = [...words, ...given.texts('file')];
  const fromEnvironment = (io.environment.COMPOSE_FILE ?? '').split(delimiter).filter((name) => name !== '');
  return (named.length > 0 ? named : fromEnvironment).map((name) =>
    name === STANDARD_INPUT ? name : resolve(io.folder, name),
  );
}

function nearestFiles(folder: string): string[] {
  const name = NAMES.find((candidate) => existsSync(join(folder, candidate)));
  const above = dirname(folder);
  if (name === undefined) return above === folder ? [] : nearestFiles(above);
  const override = NAMES.map((candidate) => candidate.replace(/\.(ya?ml)$/, '.override.$1')).find(
    (candidate) => existsSync(join(folder, candidate)),
  );
  return [name, ...(override ? [override] : [])].map((file) => join(folder, file));
}
