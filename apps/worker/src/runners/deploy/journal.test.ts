import type { StepUpdate as StepRow } from '@jalon/core/deployment-progress';
import { describe, expect, it } from 'vitest';
import { createJournal } from './journal';

const running = { status: 'RUNNING', progress: null, log: '', error: null } as const;

function recorder() {
  const batches: StepRow[][] = [];
  const write = async (rows: StepRow[]) => {
    batches.push(rows);
    await Promise.resolve();
  };
  return { batches, write };
}

describe('createJournal', () => {
  it('has written the beginning of a step when it returns', async () => {
    const { batches, write } = recorder();
    const journal = createJournal({ write });
    await journal.onStep('create:a', running);
    expect(batches).toEqual([[{ key: 'create:a', status: 'RUNNING' }]]);
    await journal.close();
  });

  it('writes what begins at once in one transaction', async () => {
    const { batches, write } = recorder();
    const journal = createJournal({ write });
    const keys = Array.from({ length: 20 }, (_, index) => `create:${index}`);
    await Promise.all(keys.map((key) => journal.onStep(key, running)));
    expect(batches.flat()).toHaveLength(20);
    expect(batches.length).toBeLessThanOrEqual(2);
    await journal.close();
  });

  it('collects log lines, keeps their tail, and writes them with the end at the latest', async () => {
    const { batches, write } = recorder();
    const journal = createJournal({ write, throttleMs: 60_000 });
    await journal.onStep('build:a', running);
    await journal.onStep('build:a', { ...running, log: 'one\n', progress: 0.5 });
    await journal.onStep('build:a', { ...running, log: 'x'.repeat(40_000) });
    await journal.onStep('build:a', { ...running, log: 'two\n' });
    expect(batches).toHaveLength(1);
    await journal.onStep('build:a', { ...running, status: 'SUCCEEDED' });
    const [row] = batches[1] ?? [];
    expect(row).toMatchObject({ status: 'SUCCEEDED', progress: 0.5 });
    expect(row?.log).toHaveLength(32 * 1024);
    expect(row?.log?.endsWith('two\n')).toBe(true);
    await journal.close();
  });

  it('throws a failed write at whoever comes next', async () => {
    const write = async () => {
      throw new Error('lease lost');
    };
    const journal = createJournal({ write });
    await expect(journal.onStep('a', running)).rejects.toThrow('lease lost');
    await expect(journal.onStep('b', running)).rejects.toThrow('lease lost');
  });
});
