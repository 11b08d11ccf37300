import { buffer } from 'node:stream/consumers';
import type { ContainerFile } from '@jalon/contracts';
import { pack as tarPack } from 'tar-stream';
import type { CallOptions, DockerClient } from '../client/client';

const EPOCH = new Date(0);
/** Made when an image has none; every other folder of an image keeps its owner and its permissions. */
const SECRETS_FOLDER = '/run/secrets';

/**
 * Puts secrets and configs into a container that has not started: they are in its own layer then, and go with it. Done
 * again, it writes the same files. No message holds what a file says.
 */
export async function putFiles(
  client: DockerClient,
  container: string,
  files: readonly ContainerFile[] | undefined,
  options: CallOptions,
): Promise<void> {
  if (!files || files.length === 0) return;
  const archive = await packFiles(files);
  await client.call(
    `put ${files.length} files into ${container}`,
    (docker, abortSignal) => docker.getContainer(container).putArchive(archive, { path: '/', abortSignal }),
    options,
  );
}

/** The files as a tar archive below `/`. */
export function packFiles(files: readonly ContainerFile[]): Promise<Buffer> {
  const pack = tarPack();
  const header = { mtime: EPOCH, uid: 0, gid: 0 };
  if (files.some(({ path }) => path.startsWith(`${SECRETS_FOLDER}/`)))
    pack.entry({ ...header, name: `${SECRETS_FOLDER.slice(1)}/`, type: 'directory', mode: 0o755 });
  for (const { path, content, uid, gid, mode } of files)
    pack.entry({ ...header, name: path.slice(1), uid, gid, mode }, content);
  pack.finalize();
  return buffer(pack);
}
