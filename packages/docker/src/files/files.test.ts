import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BUSYBOX_IMAGE,
  type TestEngine,
  TestJournal,
  testEngine,
  testPlan,
  testSpec,
  testTarget,
  testVolume,
} from '../testing';

let test: TestEngine;
let target = testTarget();
let volume = '';

beforeAll(async () => {
  test = await testEngine();
});
beforeEach(async () => {
  const desired = testVolume(target, 'raw');
  volume = desired.name;
  await test.engine.execute(testPlan({ kind: 'CREATE_VOLUME', key: 'v', volume: desired }), {
    onStep: new TestJournal().onStep,
  });
});
afterEach(async () => {
  await test.cleanUp(target.environmentId);
  target = testTarget();
});
afterAll(() => test.close());

const put = (name: string, text: string, size = Buffer.byteLength(text)) =>
  test.engine.putFile({ volume, name, content: Readable.from([Buffer.from(text)]), size });
const read = async (name: string) => {
  const file = await test.engine.readFile(volume, name);
  return (await buffer(file.stream)).toString();
};
const names = async () => (await test.engine.listFiles(volume)).files.map(({ name }) => name);
const helpers = async () =>
  (await test.docker.listContainers({ all: true, filters: { name: ['jalon-files-'] } })).length;

/** What a service sees that runs as the platform's user. */
async function inside(script: string): Promise<string> {
  const mounts = [{ type: 'volume' as const, source: volume, target: '/data', readOnly: false }];
  const spec = testSpec(target, 'reader', { command: ['sh', '-c', script], user: '10001:10001', mounts });
  const lines: string[] = [];
  await test.engine.runJob(
    { name: `${target.projectName}-reader`, image: BUSYBOX_IMAGE, spec },
    { onLog: ({ line }) => lines.push(line) },
  );
  return lines.join('\n');
}

describe('files of a volume', () => {
  it('puts, lists and reads', async () => {
    expect(await names()).toEqual([]);
    await put('credit.csv', 'a,b\n1,2\n');
    await put('empty.csv', '');
    const { files, truncated } = await test.engine.listFiles(volume);
    expect(truncated).toBe(false);
    expect(files).toMatchObject([
      { name: 'credit.csv', size: 8 },
      { name: 'empty.csv', size: 0 },
    ]);
    expect(Math.abs((files[0]?.modifiedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await read('credit.csv')).toBe('a,b\n1,2\n');
  });

  it('gives files, and a volume that was never used, to the user of the platform images', async () => {
    await put('credit.csv', 'x');
    expect(await inside('ls -ln /data/credit.csv; touch /data/new && echo writable')).toMatch(
      /10001 +10001[\s\S]*writable/,
    );
  });

  it('leaves the owner of a volume alone that somebody uses', async () => {
    await test.engine.runJob({
      name: `${target.projectName}-owner`,
      image: BUSYBOX_IMAGE,
      spec: testSpec(target, 'owner', {
        command: ['sh', '-c', 'echo mine > /data/mine'],
        mounts: [{ type: 'volume', source: volume, target: '/data', readOnly: false }],
      }),
    });
    await put('credit.csv', 'x');
    expect(await inside('stat -c %u:%g /data')).toBe('0:0');
  });

  it('replaces a file only by a whole one', async () => {
    await put('credit.csv', 'old');
    await expect(put('credit.csv', 'half of it', 1_000)).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(await read('credit.csv')).toBe('old');
    await put('credit.csv', 'new');
    expect(await read('credit.csv')).toBe('new');
    expect(await names()).toEqual(['credit.csv']);
    expect(await helpers()).toBe(0);
  });

  it('takes several uploads at once', async () => {
    const all = ['a', 'b', 'c', 'd'];
    await Promise.all(all.map((name) => put(`${name}.csv`, name.repeat(100_000))));
    expect(await names()).toEqual(all.map((name) => `${name}.csv`));
    expect(await read('c.csv')).toBe('c'.repeat(100_000));
  });

  it('streams a large file both ways', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const content = Readable.from(
      (function* () {
        for (let i = 0; i < 40; i += 1) yield chunk;
      })(),
    );
    await test.engine.putFile({ volume, name: 'large.bin', content, size: 40 * chunk.length });
    const file = await test.engine.readFile(volume, 'large.bin');
    let bytes = 0;
    for await (const piece of file.stream) bytes += (piece as Buffer).length;
    expect([file.size, bytes]).toEqual([40 * chunk.length, 40 * chunk.length]);
  });

  it('closes the helper when the reader goes away', async () => {
    const chunk = 'x'.repeat(5_000_000);
    await put('large.csv', chunk);
    const file = await test.engine.readFile(volume, 'large.csv');
    file.stream.destroy();
    await expect.poll(helpers).toBe(0);
  });

  it.each(['../etc/passwd', '/etc/passwd', 'a/../../b', '', 'a//b', './a', '.jalon-upload', 'a\nb', 'a\\b'])(
    'refuses the name “%s”',
    async (name) => {
      await expect(put(name, 'x')).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(async () => test.engine.readFile(volume, name)).rejects.toMatchObject({
        code: 'VALIDATION',
      });
    },
  );

  it('does not follow a link out of the volume', async () => {
    await test.engine.runJob({
      name: `${target.projectName}-linker`,
      image: BUSYBOX_IMAGE,
      spec: testSpec(target, 'linker', {
        command: [
          'sh',
          '-c',
          'busybox ln -s /etc/passwd /data/link; busybox ln -s ../../../../etc /data/etc',
        ],
        entrypoint: null,
        environment: { PATH: '/bin' },
        mounts: [{ type: 'volume', source: volume, target: '/data', readOnly: false }],
      }),
    });
    await expect(read('link')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Behind a linked folder there is only the helper's own, empty file system.
    await expect(read('etc/shadow')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await read('etc/hostname')).toBe('');
    expect(await names()).toEqual([]);
  });

  it('says what is missing, and keeps off volumes of others', async () => {
    await expect(read('none.csv')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(test.engine.listFiles('no-such-volume')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const foreign = `${target.projectName}-foreign`;
    await test.docker.createVolume({ Name: foreign });
    await expect(test.engine.listFiles(foreign)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await test.docker.getVolume(foreign).remove();
  });
});
