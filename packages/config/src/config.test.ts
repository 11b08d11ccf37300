import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deriveKey, InvalidConfigError, readGatewayConfig, readWebConfig, readWorkerConfig } from './index';

const SECRET = 'a'.repeat(64);
const DATABASE_URL = 'postgresql://jalon:jalon@localhost:5432/jalon';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function secretFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-config-'));
  folders.push(folder);
  const path = join(folder, 'secret');
  writeFileSync(path, content);
  return path;
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readWebConfig', () => {
  it('fills in the defaults of a development machine', () => {
    const config = readWebConfig({ DATABASE_URL, JALON_SECRET: SECRET });
    expect(config).toMatchObject({ url: 'http://localhost:3000', port: 3000, logLevel: 'info' });
    expect(config.gatewayInternalUrl).toBe(config.gatewayUrl);
  });

  it('names every wrong variable at once, without its value', () => {
    const problems = problemsOf(() =>
      readWebConfig({ DATABASE_URL: 'mysql://pass-word', PORT: '99999', JALON_SECRET: SECRET }),
    );
    expect(problems.join('\n')).toMatch(/DATABASE_URL: must begin with postgresql/);
    expect(problems.join('\n')).toMatch(/PORT: must be a port/);
    expect(problems.join('\n')).not.toContain('pass-word');
  });

  it('treats an empty variable as absent, as Compose passes it', () => {
    expect(readWebConfig({ DATABASE_URL, JALON_SECRET: SECRET, PORT: '' }).port).toBe(3000);
  });

  it('drops the slash at the end of an address', () => {
    expect(
      readWebConfig({ DATABASE_URL, JALON_SECRET: SECRET, JALON_URL: 'https://jalon.example/' }).url,
    ).toBe('https://jalon.example');
  });
});

describe('the installation secret', () => {
  it('comes from a file, without the line end', () => {
    const path = secretFile(`${SECRET}\n`);
    expect(readGatewayConfig({ DATABASE_URL, JALON_SECRET_FILE: path }).secret).toBe(SECRET);
  });

  it.each([
    ['absent', {}, /JALON_SECRET: is required/],
    ['short', { JALON_SECRET: 'short' }, /JALON_SECRET: must hold at least 32 bytes/],
    [
      'in a file that is not there',
      { JALON_SECRET_FILE: '/nowhere/secret' },
      /JALON_SECRET_FILE: cannot be read/,
    ],
    ['given twice', { JALON_SECRET: SECRET, JALON_SECRET_FILE: '/x' }, /not both/],
  ])('is refused when %s', (_what, env, message) => {
    expect(problemsOf(() => readWorkerConfig({ DATABASE_URL, ...env })).join('\n')).toMatch(message);
  });
});

describe('the database address', () => {
  it('may come from a file, so that its password is in no environment', () => {
    const path = secretFile(`${DATABASE_URL}\n`);
    const config = readWorkerConfig({ DATABASE_URL_FILE: path, JALON_SECRET: SECRET });
    expect(config.databaseUrl).toBe(DATABASE_URL);
  });

  it('says which file cannot be read', () => {
    const read = () => readWorkerConfig({ DATABASE_URL_FILE: '/nowhere/url', JALON_SECRET: SECRET });
    expect(problemsOf(read)).toEqual(['DATABASE_URL_FILE: cannot be read: ENOENT']);
  });
});

describe('deriveKey', () => {
  it('gives one stable 32-byte key for each purpose', () => {
    const keys = (['session', 'stream', 'variables', 'gateway'] as const).map((purpose) =>
      deriveKey(SECRET, purpose),
    );
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(deriveKey(SECRET, 'session')).toEqual(deriveKey(SECRET, 'session'));
    expect(deriveKey(`${SECRET}b`, 'session')).not.toEqual(deriveKey(SECRET, 'session'));
  });
});
