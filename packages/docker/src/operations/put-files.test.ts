import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { packFiles } from './put-files';

async function entriesOf(archive: Buffer): Promise<Record<string, unknown>[]> {
  const entries = [];
  for await (const entry of Readable.from([archive]).pipe(extract())) {
    const { name, type, mode, uid, gid } = entry.header;
    entries.push({ name, type, mode, uid, gid, content: await text(entry) });
  }
  return entries;
}

describe('the archive of secrets and configs', () => {
  it('holds each file with its owner and permissions, and no folder of the image', async () => {
    const archive = await packFiles([
      { path: '/run/secrets/db', content: 'hunter2', uid: 70, gid: 71, mode: 0o400 },
      { path: '/etc/app/app.conf', content: 'é', uid: 0, gid: 0, mode: 0o444 },
    ]);
    expect(await entriesOf(archive)).toEqual([
      { name: 'run/secrets/', type: 'directory', mode: 0o755, uid: 0, gid: 0, content: '' },
      { name: 'run/secrets/db', type: 'file', mode: 0o400, uid: 70, gid: 71, content: 'hunter2' },
      { name: 'etc/app/app.conf', type: 'file', mode: 0o444, uid: 0, gid: 0, content: 'é' },
    ]);
  });

  it('makes no folder for configs alone', async () => {
    const archive = await packFiles([{ path: '/a', content: '', uid: 0, gid: 0, mode: 0o444 }]);
    expect((await entriesOf(archive)).map(({ name }) => name)).toEqual(['a']);
  });
});
