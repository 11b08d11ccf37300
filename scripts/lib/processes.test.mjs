import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHome } from './home.mjs';
import { processState, startDetached, stopProcess } from './processes.mjs';

const FOREVER = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];

let home;
beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'jalon-processes-')));
});
afterEach(async () => {
  await stopProcess(home, 'web');
  rmSync(home.dir, { recursive: true });
});

describe('a detached process', () => {
  it('is known by its identity until it is stopped', async () => {
    const pid = await startDetached(home, 'web', FOREVER, { stamp: 'build 1', port: 3000 });
    expect(processState(home, 'web')).toEqual({ alive: true, pid, stamp: 'build 1', port: 3000 });
    expect(await stopProcess(home, 'web')).toBe(true);
    expect(processState(home, 'web').alive).toBe(false);
    expect(await stopProcess(home, 'web')).toBe(false);
  });

  it('is not taken for another that has its process id', async () => {
    await startDetached(home, 'web', FOREVER);
    const file = home.path('run', 'web.json');
    const identity = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...identity, birth: '1' }));
    expect(processState(home, 'web').alive).toBe(false);
    writeFileSync(file, JSON.stringify(identity));
  });
});
