import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@jalon/contracts';
import { type Pack, pack as tarPack } from 'tar-stream';
import type { CallOptions, DockerClient } from '../client/client';
import { openArchive, untar } from './archive';
import { MOUNT_POINT, withHelper } from './helper';
import { UPLOAD_NAME, volumePath } from './path';

export interface PutRequest {
  volume: string;
  name: string;
  content: Readable;
  /** Bytes; the content must have exactly as many. */
  size: number;
}

/** Who owns files that come from outside: the user that every image of the platform runs as (docker/README.md). */
const OWNER = { uid: 10001, gid: 10001 };
const PUT_DEADLINE_MS = 10 * 60 * 1000;

/** One upload into a volume at a time: they share the name under which a file arrives. */
const queues = new Map<string, Promise<void>>();

/**
 * Writes a file into a volume, streaming. A file of that name is replaced only when the new one is whole: it arrives under
 * a hidden name and is linked to its own in the last step. Throws VALIDATION (name, size), NOT_FOUND, FORBIDDEN.
 */
export async function putFile(
  client: DockerClient,
  request: PutRequest,
  options: CallOptions = {},
): Promise<void> {
  const path = volumePath(request.name);
  const before = queues.get(request.volume) ?? Promise.resolve();
  const mine = before.then(() => put(client, request, path, options));
  const settled = mine.catch(() => undefined);
  queues.set(request.volume, settled);
  settled.then(() => {
    if (queues.get(request.volume) === settled) queues.delete(request.volume);
  });
  return mine;
}

function put(client: DockerClient, request: PutRequest, path: string, options: CallOptions): Promise<void> {
  return withHelper(client, request.volume, options, async (container) => {
    const fresh = await isFresh(client, container, options);
    const pack = tarPack();
    const archive = Readable.from(pack, { objectMode: false });
    const filling = fill(pack, request, path, fresh);
    // Its own failure is the one to tell: the engine only sees a stream that broke off.
    const failure = filling.then(
      () => null,
      (error: Error) => error,
    );
    try {
      await client.call(
        `write ${path}`,
        (docker, abortSignal) =>
          docker.getContainer(container).putArchive(archive, { path: '/', abortSignal }),
        { deadlineMs: PUT_DEADLINE_MS, ...options },
      );
    } catch (error) {
      pack.destroy();
      request.content.destroy();
      throw (await failure) ?? error;
    }
    const broken = await failure;
    if (broken) throw broken;
  });
}

/** True for a volume that nobody has written to: it still belongs to root, and no service could write into it. */
async function isFresh(client: DockerClient, container: string, options: CallOptions): Promise<boolean> {
  const archive = await openArchive(client, container, `${MOUNT_POINT}/.`, options);
  let entries = 0;
  try {
    for await (const entry of untar(archive)) {
      entries += 1;
      if (entries > 1 || entry.header.uid !== 0) return false;
      entry.resume();
    }
  } finally {
    archive.destroy();
  }
  return true;
}

async function fill(pack: Pack, { content, size }: PutRequest, path: string, fresh: boolean): Promise<void> {
  const now = { mtime: new Date(), ...OWNER };
  const below = MOUNT_POINT.slice(1);
  const arriving = `${below}/${UPLOAD_NAME}`;
  try {
    // The engine passes over the entry of the folder it unpacks into, so it unpacks into the one above.
    if (fresh) pack.entry({ ...now, name: `${below}/`, type: 'directory', mode: 0o775 });
    const entry = pack.entry({ ...now, name: arriving, size, mode: 0o644 });
    await pipeline(content, entry);
    pack.entry({ ...now, name: `${below}/${path}`, type: 'link', linkname: arriving, mode: 0o644 });
    // What remains under the hidden name takes no room.
    pack.entry({ ...now, name: arriving, mode: 0o644 }, Buffer.alloc(0));
    pack.finalize();
  } catch (error) {
    const mapped = new DomainError(
      'VALIDATION',
      `The upload broke off or did not have the ${size} bytes announced.`,
      [],
      {
        cause: error,
      },
    );
    pack.destroy(mapped);
    throw mapped;
  }
}
