import type { CallOptions, DockerClient } from '../client/client';
import { openArchive, untar } from './archive';
import { MOUNT_POINT, withHelper } from './helper';
import { UPLOAD_NAME } from './path';

export interface VolumeFile {
  /** Path relative to the volume's root. */
  name: string;
  /** Bytes. */
  size: number;
  modifiedAt: Date;
}

export interface FileList {
  /** By name. */
  files: VolumeFile[];
  /** There is more than is shown. */
  truncated: boolean;
}

export interface ListOptions extends CallOptions {
  /** Default 1,000. */
  maxFiles?: number;
  /** The engine can only list by reading; beyond this many bytes the list ends. Default 2 GB. */
  maxBytes?: number;
}

const LIST_DEADLINE_MS = 60_000;

/** Files of a named volume, folders left out. Throws NOT_FOUND and FORBIDDEN as the volume asks for. */
export function listFiles(
  client: DockerClient,
  volume: string,
  options: ListOptions = {},
): Promise<FileList> {
  const call = { signal: options.signal, deadlineMs: options.deadlineMs };
  return withHelper(client, volume, call, (container) => readList(client, container, options));
}

async function readList(client: DockerClient, container: string, options: ListOptions): Promise<FileList> {
  const { maxFiles = 1_000, maxBytes = 2 * 1024 ** 3 } = options;
  const archive = await openArchive(client, container, `${MOUNT_POINT}/.`, options);
  const timer = setTimeout(() => archive.destroy(), options.deadlineMs ?? LIST_DEADLINE_MS);
  const files: VolumeFile[] = [];
  let bytes = 0;
  let truncated = false;
  try {
    for await (const entry of untar(archive)) {
      const { name, size = 0, mtime, type } = entry.header;
      bytes += size;
      truncated = files.length >= maxFiles || bytes > maxBytes;
      if (truncated) break;
      const path = name.replace(/^\.\//, '');
      const shown =
        (type === 'file' || type === 'link') && path !== UPLOAD_NAME && !path.endsWith(`/${UPLOAD_NAME}`);
      if (shown) files.push({ name: path, size, modifiedAt: mtime ?? new Date(0) });
      entry.resume();
    }
  } catch (error) {
    if (!archive.destroyed || options.signal?.aborted) throw client.mapError(error, 'list the files');
    truncated = true;
  } finally {
    clearTimeout(timer);
    archive.destroy();
  }
  return { files: files.sort((left, right) => (left.name < right.name ? -1 : 1)), truncated };
}
