import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHome } from './home.mjs';
import { takeLock } from './lock.mjs';

let home;
beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'jalon-lock-')));
});
afterEach(() => rmSync(home.dir, { recursive: true }));

describe('takeLock', () => {
  it('refuses a second one and says who has it', () => {
    const release = takeLock(home, 'npm start');
    expect(() => takeLock(home, 'npm run demo')).toThrow(/`npm start` is at work here/);
    release();
    expect(existsSync(home.path('lock'))).toBe(false);
    takeLock(home, 'npm run demo')();
  });

  it('takes over from a process that has died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(home.path('lock'), JSON.stringify({ pid, what: 'npm start' }));
    takeLock(home, 'npm run demo')();
  });
});
