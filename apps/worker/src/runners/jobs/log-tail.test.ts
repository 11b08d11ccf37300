import { afterEach, describe, expect, it } from 'vitest';
import { createLogTail, type LogTail } from './log-tail';

const tails: LogTail[] = [];

function tailOf(limit: number, write: (text: string) => Promise<void> = async () => undefined) {
  const tail = createLogTail({ limit, flushMs: 60_000, write, onError: () => undefined });
  tails.push(tail);
  return tail;
}

afterEach(() => {
  for (const tail of tails.splice(0)) tail.close();
});

describe('createLogTail', () => {
  it('keeps everything while it fits', () => {
    const tail = tailOf(1_000);
    tail.add('one');
    tail.add('deux é');
    expect(tail.text()).toBe('one\ndeux é\n');
  });

  it('never grows over its limit, keeps the end, and says that lines are missing', () => {
    const tail = tailOf(1_000);
    for (let index = 0; index < 5_000; index += 1) tail.add(`line é ${index}`);
    expect(Buffer.byteLength(tail.text())).toBeLessThanOrEqual(1_000);
    expect(tail.text().startsWith('… earlier lines left out\nline')).toBe(true);
    expect(tail.text().endsWith('line é 4999\n')).toBe(true);
  });

  it('writes only what is new', async () => {
    const written: string[] = [];
    const tail = tailOf(1_000, async (text) => void written.push(text));
    tail.add('one');
    await tail.flush();
    await tail.flush();
    tail.add('two');
    await tail.flush();
    expect(written).toEqual(['one\n', 'one\ntwo\n']);
  });
});
