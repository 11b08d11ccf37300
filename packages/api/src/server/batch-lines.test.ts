import type { LogBatch, LogLine } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { batchLines } from './batch-lines';

const line = (text: string): LogLine => ({
  service: 'model',
  stream: 'stdout',
  at: '2026-01-01T00:00:00Z',
  line: text,
});

async function collect(source: AsyncIterable<LogLine | { dropped: number }>): Promise<LogBatch[]> {
  const batches: LogBatch[] = [];
  for await (const batch of batchLines(source)) batches.push(batch);
  return batches;
}

describe('batchLines', () => {
  it('gives what comes together at once, in order, with what the source dropped', async () => {
    const batches = await collect(
      (async function* () {
        yield line('a');
        yield { dropped: 7 };
        yield line('b');
      })(),
    );
    expect(batches.flatMap((batch) => batch.lines.map((entry) => entry.line))).toEqual(['a', 'b']);
    expect(batches.reduce((sum, batch) => sum + batch.dropped, 0)).toBe(7);
  });

  it('keeps the newest lines of a flood and counts the others', async () => {
    const batches = await collect(
      (async function* () {
        for (let index = 0; index < 25_000; index += 1) yield line(String(index));
      })(),
    );
    const kept = batches.flatMap((batch) => batch.lines);
    const dropped = batches.reduce((sum, batch) => sum + batch.dropped, 0);
    expect(kept.length + dropped).toBe(25_000);
    expect(dropped).toBeGreaterThan(20_000);
    expect(kept.at(-1)?.line).toBe('24999');
  });

  it('gives what there was before the source failed, then its error', async () => {
    const seen: string[] = [];
    const failing = batchLines(
      (async function* () {
        yield line('last words');
        throw new Error('the worker went away');
      })(),
    );
    const read = async (): Promise<void> => {
      for await (const batch of failing) seen.push(...batch.lines.map((entry) => entry.line));
    };
    await expect(read()).rejects.toThrow('the worker went away');
    expect(seen).toEqual(['last words']);
  });

  it('ends the source when the reader leaves', async () => {
    let ended = false;
    const source = (async function* () {
      try {
        while (true) {
          yield line('x');
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        ended = true;
      }
    })();
    for await (const batch of batchLines(source)) {
      expect(batch.lines.length).toBeGreaterThan(0);
      break;
    }
    expect(ended).toBe(true);
  });
});
