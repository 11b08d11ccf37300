import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { DomainError } from '@jalon/contracts';
import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { openArchive, untar } from './archive';
import { MOUNT_POINT, withHelper } from './helper';
import { volumePath } from './path';

export interface FileContent {
  /** Bytes. */
  size: number;
  modifiedAt: Date;
  /** Read it to the end or destroy it: the helper container lives until then, and is gone when the stream ends. */
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
    const stream = new PassThrough();
    let opened = false;
    const onOpen = (file: Omit<FileContent, 'stream'>): void => {
      opened = true;
      resolve({ ...file, stream });
    };
    withHelper(client, volume, options, (container) =>
      pass(client, container, path, options, onOpen, stream),
    ).then(
      () => stream.end(),
      (error: Error) => {
        if (opened) stream.destroy(error);
        else reject(error);
      },
    );
  });
}

async function pass(
  client: DockerClient,
  container: string,
  path: string,
  options: CallOptions,
  opened: (file: Omit<FileContent, 'stream'>) => void,
  stream: PassThrough,
): Promise<void> {
  const archive = await orNull(openArchive(client, container, `${MOUNT_POINT}/${path}`, options));
  if (!archive) throw noFile(path);
  const close = (): void => {
    archive.destroy();
  };
  options.signal?.addEventListener('abort', close, { once: true });
  try {
    for await (const entry of untar(archive)) {
      const { type, size = 0, mtime = new Date(0) } = entry.header;
      if (type !== 'file') break;
      opened({ size, modifiedAt: mtime });
      await copy(Readable.from(entry, { objectMode: false }), stream);
      return;
    }
  } finally {
    options.signal?.removeEventListener('abort', close);
    archive.destroy();
  }
  throw noFile(path);
}

function noFile(path: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no file “${path}” in this volume.`);
}

/** Resolves when all is passed on, or the reader has gone away; leaves the end to the caller. */
async function copy(source: Readable, target: PassThrough): Promise<void> {
  const gone = new Promise<void>((resolve) => target.once('close', resolve));
  for await (const chunk of source) {
    if (target.destroyed) return;
    if (!target.write(chunk)) await Promise.race([once(target, 'drain'), gone]);
  }
}
