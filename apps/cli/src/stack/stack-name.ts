import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DomainError, type StackTarget, slugOf, slugSchema } from '@jalon/contracts';
import { stackTarget } from '@jalon/reconciler';
import type { Given } from '../args/given';
import { UsageError } from '../args/usage-error';
import type { Io } from '../io';

const DEFAULT_ENVIRONMENT = 'local';

/**
 * Whose stack it is: --project-name, else COMPOSE_PROJECT_NAME, else the file's `name`, else its folder; and --environment.
 * A name that was typed is taken as it is or refused; one that was found is made to fit.
 *
 * @param source the file's name and folder, where a file was read
 * @throws UsageError for a name that is none
 */
export function nameStack(
  io: Io,
  given: Given,
  source: { name: string | null; folder: string },
): StackTarget {
  const typed = given.text('project-name');
  const found = io.environment.COMPOSE_PROJECT_NAME || source.name || basename(source.folder);
  const project = typed === undefined ? slugOf(found) : requireSlug('project-name', typed);
  if (!slugSchema.safeParse(project).success)
    throw new UsageError(`"${found}" gives no name for the project. Give it one with --project-name.`);
  const environment = requireSlug('environment', given.text('environment') ?? DEFAULT_ENVIRONMENT);
  return localTarget(project, environment);
}

/** The stack of this project and environment, with an id of its own and no revision yet. */
export function localTarget(project: string, environment: string): StackTarget {
  return stackTarget({
    environmentId: localEnvironmentId(project, environment),
    project,
    environment,
    revision: 0,
  });
}

/** Drawn once, for ever: the namespace of the ids of stacks without a server. */
const NAMESPACE = Buffer.from('2f0d8f3ee2b94c8f9f5a4d6c1b7e0a93', 'hex');

/**
 * Id of an environment that no platform knows: a UUID of version 5 (RFC 9562) over `project/environment`. The platform
 * draws its own at random (version 4), so that the two can never be the same.
 */
export function localEnvironmentId(project: string, environment: string): string {
  const digest = createHash('sha1').update(NAMESPACE).update(`${project}/${environment}`).digest();
  const bytes = Uint8Array.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function requireSlug(option: string, text: string): string {
  const read = slugSchema.safeParse(text);
  if (read.success) return read.data;
  const better = slugOf(text);
  const advice = slugSchema.safeParse(better).success ? ` Such as ${better}.` : '';
  throw new UsageError(
    `--${option} ${text}: write 2 to 40 lower-case letters, digits and single dashes, a letter first.${advice}`,
  );
}

/** @throws DomainError NOT_FOUND for a name that is no service of the stack */
export function requireServices(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const there = known.length > 0 ? `It has: ${[...known].sort().join(', ')}.` : 'It has none.';
  throw new DomainError('NOT_FOUND', `The stack has no service ${unknown.join(', ')}. ${there}`);
}
