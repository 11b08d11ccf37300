import type { StackTarget } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import type { PolicyAllowance } from '@jalon/reconciler';
import type { Given } from '../args/given';
import { connect } from '../engine/connect';
import type { Io } from '../io';
import { readAllowance } from '../stack/allowance';
import { findFiles } from '../stack/find-files';
import { readProfiles } from '../stack/profiles';
import { type LocalStack, readStack } from '../stack/read-stack';
import { nameStack } from '../stack/stack-name';

/** What a command that holds a stack against an engine begins with. */
export interface Bench {
  local: LocalStack;
  target: StackTarget;
  allowance: PolicyAllowance;
  profiles: string[];
  engine: DockerEngine;
}

/** Reads the files, names the stack, and has the engine at hand until the work ends. */
export async function withStack<T>(io: Io, given: Given, work: (bench: Bench) => Promise<T>): Promise<T> {
  const allowance = readAllowance(io, given);
  const local = await readStack(io, given, findFiles(io, given));
  const target = nameStack(io, given, local);
  const engine = await connect(io, { folder: local.folder, allowance });
  try {
    return await work({ local, target, allowance, profiles: readProfiles(io, given), engine });
  } finally {
    engine.close();
  }
}

/** What ends a command before it is done. */
export interface Limits {
  signal: AbortSignal;
  /** It was the time, and not a person. */
  timedOut: () => boolean;
}

/** Ends with Ctrl-C, and after the time of --timeout where it was given. */
export function signalFor(io: Io, given: Given): Limits {
  const milliseconds = given.duration('timeout');
  if (milliseconds === null) return { signal: io.interrupted, timedOut: () => false };
  const timeout = AbortSignal.timeout(milliseconds);
  return {
    signal: AbortSignal.any([io.interrupted, timeout]),
    timedOut: () => timeout.aborted && !io.interrupted.aborted,
  };
}
