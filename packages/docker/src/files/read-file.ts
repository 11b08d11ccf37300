import { PassThrough, pipeline, Readable } from 'node:stream';
import { DomainError } from '@jalon/contracts';
import type { CallOptions, DockerClient } from '../client/client';
import { openArchive, untar } from './archive';
import { MOUNT_POINT, withHelper } from './helper';
import { volumePath } from './path';

export interface FileContent {
  /** Bytes. */
  size: number;
  modifiedAt: Date;
  /** Read it to the end or destroy it: the helper container lives until then. */
  stream: Readable;
}

/** Opens one file of a volume for reading. Throws NOT_FOUND (no such file), VALIDATION (not a name). */
export function readFile(
  client: DockerClient,
  volume: string,
  name: string,
  options: CallOptions = {},
): Promise<FileContent> {
  const path = volumePath(name);
  return new Promise<FileContent>((resolve, reject) => {
    withHelper(client, volume, options, (container) => pass(client, container, path, options, resolve)).catch(
      reject,
    );
  });
}

async function pass(
  client: DockerClient,
  container: string,
  path: string,
  options: CallOptions,
  opened: (file: FileContent) => void,
): Promise<void> {
  const archive = await openArchive(client, container, `${MOUNT_POINT}/${path}`, options);
  const close = (): void => {
    archive.destroy();
  };
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    for await (const entry of untar(archive)) {
      const { type, size = 0, mtime = new Date(0) } = entry.header;
      if (type !== 'file') break;
      const stream = new PassThrough();
      opened({ size, modifiedAt: mtime, stream });
      await copy(Readable.from(entry, { objectMode: false }), stream);
      return;
    }
  } finally {
    options.signal?.removeEventListener('abort', close);
    archive.destroy();
  }
  throw new DomainError('NOT_FOUND', `There is no file “${path}” in this volume.`);
}

/** Resolves at the end, however it came: the reader of `target` has seen the error already. */
function copy(source: Readable, target: PassThrough): Promise<void> {
  return new Promise((resolve) => pipeline(source, target, () => resolve()));
}
