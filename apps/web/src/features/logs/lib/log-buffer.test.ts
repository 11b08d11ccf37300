import type { LogLine } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { addBatch, BUFFER_LIMIT, EMPTY_BUFFER, filterEntries } from './log-buffer';

const lines = (count: number, text = 'line'): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    service: 'a',
    stream: 'stdout',
    at: '2026-01-01T00:00:00Z',
    line: `${text} ${index}`,
  }));

describe('addBatch', () => {
  it('keeps the newest lines and counts every other', () => {
    let buffer = EMPTY_BUFFER;
    for (let round = 0; round < 8; round += 1) buffer = addBatch(buffer, { lines: lines(1000), dropped: 10 });
    expect(buffer.entries).toHaveLength(BUFFER_LIMIT);
    expect(buffer.dropped).toBe(3000 + 80);
    expect(new Set(buffer.entries.map((entry) => entry.id)).size).toBe(BUFFER_LIMIT);
    const flood = addBatch(EMPTY_BUFFER, { lines: lines(9000), dropped: 0 });
    expect(flood.entries.at(-1)?.text).toBe('line 8999');
    expect(flood.dropped).toBe(4000);
  });

  it('cuts a line that is a flood of its own', () => {
    const [entry] = addBatch(EMPTY_BUFFER, { lines: lines(1, 'x'.repeat(100_000)), dropped: 0 }).entries;
    expect(entry?.text.length).toBe(4000);
  });
});

describe('filterEntries', () => {
  it('looks for text in any case, and for what is grave enough', () => {
    const { entries } = addBatch(EMPTY_BUFFER, {
      lines: [...lines(2, 'ready'), ...lines(1, 'ERROR: no Space')],
      dropped: 0,
    });
    expect(filterEntries(entries, { text: 'SPACE', level: 'debug' })).toHaveLength(1);
    expect(filterEntries(entries, { text: '', level: 'warn' })).toHaveLength(1);
    expect(filterEntries(entries, { text: '', level: 'debug' })).toBe(entries);
  });
});
