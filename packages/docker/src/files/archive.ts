import { pipeline, type Readable } from 'node:stream';
import { DomainError } from '@jalon/contracts';
import { type Extract, extract as tarExtract } from 'tar-stream';
import type { CallOptions, DockerClient } from '../client/client';

/** The archive call's answer for a path of a container: a tar of it. Throws NOT_FOUND. */
export async function openArchive(
  client: DockerClient,
  container: string,
  path: string,
  options: CallOptions,
): Promise<Readable> {
  const stream = await client.call(
    `read ${path} of ${container}`,
    (docker, abortSignal) => docker.getContainer(container).getArchive({ path, abortSignal }),
    options,
  );
  return stream as Readable;
}

/** Entries of a tar stream. An error of the source ends the reading too, which `pipe` alone would not do. */
export function untar(archive: Readable): Extract {
  const extract = tarExtract();
  // The error reaches whoever iterates over the entries; here there is nothing left to do with it.
  pipeline(archive, extract, () => undefined);
  return extract;
}

/** The bytes of one file in a container. Throws NOT_FOUND (also for a folder or a link) and VALIDATION above `maxBytes`. */
export async function readArchiveFile(
  client: DockerClient,
  container: string,
  path: string,
  { maxBytes, ...options }: CallOptions & { maxBytes: number },
): Promise<Buffer> {
  const archive = await openArchive(client, container, path, options);
  try {
    for await (const entry of untar(archive)) {
      if (entry.header.type !== 'file') break;
      if ((entry.header.size ?? 0) > maxBytes) throw tooLarge(path, maxBytes);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    }
  } finally {
    archive.destroy();
  }
  throw new DomainError('NOT_FOUND', `${path} is not a file.`);
}

function tooLarge(path: string, maxBytes: number): DomainError {
  return new DomainError('VALIDATION', `${path} is larger than ${Math.round(maxBytes / 1024)} kB.`);
}
