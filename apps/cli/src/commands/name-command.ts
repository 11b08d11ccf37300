import type { StackTarget } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import type { Given } from '../args/given';
import { connect } from '../engine/connect';
import type { Io } from '../io';
import { findFilesIfAny } from '../stack/find-files';
import { FileErrors } from '../stack/findings';
import { type LocalStack, readStack } from '../stack/read-stack';
import { nameStack } from '../stack/stack-name';

/** What a command begins with that looks at what runs. */
export interface Standing {
  target: StackTarget;
  /** Null where a project's name was given and no file. */
  local: LocalStack | null;
  engine: DockerEngine;
}

/** Names the stack, by its files where there are some, and has the engine at hand until the work ends. */
export async function withStanding<T>(
  io: Io,
  given: Given,
  words: readonly string[],
  work: (standing: Standing) => Promise<T>,
): Promise<T> {
  const files = findFilesIfAny(io, given, words);
  const local = files.length > 0 ? await readOrHint(io, given, files) : null;
  const target = nameStack(io, given, local ?? { name: null, folder: io.folder });
  const engine = await connect(io);
  try {
    return await work({ target, local, engine });
  } finally {
    engine.close();
  }
}

async function readOrHint(io: Io, given: Given, files: readonly string[]): Promise<LocalStack> {
  try {
    return await readStack(io, given, files);
  } catch (error) {
    if (error instanceof FileErrors)
      io.err.write('The file is wrong; with --project-name NAME this command needs none.\n');
    throw error;
  }
}
