import { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { pack as tarPack } from 'tar-stream';
import { readBusybox } from './busybox-binary';

/** An image of a shell and its tools, made without a registry. */
export const BUSYBOX_IMAGE = 'jalon-test/busybox:1';

const TOOLS = [
  'sh',
  'sleep',
  'echo',
  'cat',
  'date',
  'head',
  'httpd',
  'id',
  'kill',
  'ls',
  'mkdir',
  'nc',
  'printf',
];
const MORE_TOOLS = [
  'dd',
  'env',
  'false',
  'ping',
  'rm',
  'seq',
  'stat',
  'test',
  'touch',
  'tr',
  'true',
  'wget',
  'yes',
];

/** Makes the image where it is missing. Takes a second; several processes may do so at once. */
export async function ensureBusybox(docker: Docker): Promise<void> {
  const found = await docker.listImages({ filters: { reference: [BUSYBOX_IMAGE] } });
  if (found.length > 0) return;
  const binary = await readBusybox();
  const pack = tarPack();
  pack.entry({ name: 'bin/', type: 'directory', mode: 0o755 });
  pack.entry({ name: 'bin/busybox', mode: 0o755 }, binary);
  for (const tool of [...TOOLS, ...MORE_TOOLS]) {
    pack.entry({ name: `bin/${tool}`, type: 'symlink', linkname: 'busybox' });
  }
  pack.entry({ name: 'tmp/', type: 'directory', mode: 0o1777 });
  pack.entry({ name: 'etc/', type: 'directory', mode: 0o755 });
  pack.entry({ name: 'etc/passwd', mode: 0o644 }, 'root:x:0:0:root:/:/bin/sh\n');
  pack.finalize();
  const [repo, tag] = BUSYBOX_IMAGE.split(':');
  const archive = Readable.from(pack, { objectMode: false });
  const answer = await docker.importImage(archive, { repo, tag, changes: 'ENV PATH=/bin' });
  await finished(answer as Readable);
}

async function finished(stream: Readable): Promise<void> {
  let said = '';
  for await (const chunk of stream) said += String(chunk);
  if (said.includes('"error"')) throw new Error(`The test image could not be imported: ${said}`);
}
