import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { localTarget } from '../stack/stack-name';
import { withLock } from './lock';

const target = localTarget('shop', 'test');
const ownLocks = () =>
  readdirSync(tmpdir())
    .filter((name) => /^jalon-[0-9a-f]{20}\.lock$/.test(name))
    .map((name) => join(tmpdir(), name))
    .filter((path) => readFileSync(path, 'utf8') === String(process.pid));

it('lets one at a time at a stack of an engine, and the next when it has ended, however it ended', async () => {
  const where = randomUUID();
  const inside = withLock(where, target, async () => {
    await expect(withLock(where, target, async () => 0)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Another jalon (process ${process.pid}) is changing shop-test. Wait until it has ended.`,
    });
    expect(await withLock(randomUUID(), target, async () => 1)).toBe(1);
    expect(await withLock(where, localTarget('shop', 'other'), async () => 2)).toBe(2);
    throw new Error('broken');
  });
  await expect(inside).rejects.toThrow('broken');
  expect(await withLock(where, target, async () => 3)).toBe(3);
});

it('takes over from one that was killed', async () => {
  const where = randomUUID();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await withLock(where, target, async () => {
    const [path = ''] = ownLocks();
    writeFileSync(path, String(gone));
    expect(await withLock(where, target, async () => 'taken over')).toBe('taken over');
  });
});
