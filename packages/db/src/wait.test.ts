import { describe, expect, it } from 'vitest';
import { testDatabase } from './testing';
import { DatabaseUnreachableError, waitForDatabase } from './wait';

describe('waitForDatabase', () => {
  it('returns when the database answers', async () => {
    const database = await testDatabase();
    await expect(waitForDatabase(database.url)).resolves.toBeUndefined();
    await database.close();
  });

  it('tries again, then says where nothing answered, without the password', async () => {
    const reasons: string[] = [];
    const waiting = waitForDatabase('postgresql://jalon:hunter2@127.0.0.1:1/jalon', {
      timeoutMs: 600,
      onRetry: (reason) => reasons.push(reason),
    });
    const error = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnreachableError);
    expect(String(error)).toContain('127.0.0.1:1/jalon');
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).not.toContain('hunter2');
    expect(reasons.length).toBeGreaterThan(0);
  });
});
