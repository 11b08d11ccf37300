import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../exit';
import { Scene } from '../../testing/scene';
import { describeReport } from './describe-report';

const scene = new Scene();
afterAll(() => scene.close());

describe('jalon audit verify', () => {
  it('explains itself', async () => {
    const { code, out } = await scene.run('audit verify --help');
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('Usage: jalon audit verify [OPTIONS]');
    expect(out).toContain('--expect PLACE:HASH');
  });

  it.each([
    ['audit', 'Say what to do with the audit log.'],
    ['audit check', 'There is no command "check": verify.'],
    ['audit verify --expect 5', '--expect 5: write it as it was printed, PLACE:HASH.'],
  ])('"%s" is wrong, and says why', async (line, message) => {
    const { code, err } = await scene.run(line);
    expect(code).toBe(EXIT.usage);
    expect(err).toContain(`jalon: ${message}\nHelp: jalon `);
  });

  it('asks for a database, and says when it cannot be read, without its password', async () => {
    const without = await scene.run('audit verify');
    expect(without.code).toBe(EXIT.failed);
    expect(without.err).toContain('Set DATABASE_URL');
    const file = scene.put('url', 'postgresql://jalon:pass-word@127.0.0.1:1/jalon\n');
    const dead = await scene.run('audit verify', { environment: { DATABASE_URL_FILE: file } });
    expect(dead.code).toBe(EXIT.failed);
    expect(dead.err).toContain('The database cannot be read: ECONNREFUSED');
    expect(dead.err).not.toContain('pass-word');
  });

  it('says what it found', () => {
    const head = { sequence: '7', hash: 'a'.repeat(64) };
    expect(describeReport({ checked: 7, head, faults: [] })).toBe(
      `The audit log is whole: 7 events.\nIts end, to note outside the database: 7:${head.hash}\n`,
    );
    expect(
      describeReport({
        checked: 6,
        head,
        faults: [
          { kind: 'CONTENT', sequence: '3', eventId: '12' },
          { kind: 'MISSING', sequence: '5', eventId: null },
        ],
      }),
    ).toBe(
      'event 3 (id 12) was changed after it was recorded\nevent 5 is gone\n' +
        'The audit log was tampered with: 2 faults in 6 events.\n',
    );
  });
});
