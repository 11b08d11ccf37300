import { createLogger } from '@jalon/logger';
import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from './keyed-queue';

const logger = createLogger('test', { level: 'silent' });

describe('createKeyedQueue', () => {
  it('handles a key once more, and no more than once, when it was added while it was handled', async () => {
    const handled: string[] = [];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handle = async (key: string) => {
      handled.push(key);
      await gate;
    };
    const queue = createKeyedQueue({ name: 'test', logger, handle });
    for (let count = 0; count < 5; count += 1) queue.add('a');
    queue.add('b');
    release();
    await expect.poll(() => handled.filter((key) => key === 'a')).toHaveLength(2);
    await queue.close();
    expect(handled.filter((key) => key === 'b')).toHaveLength(1);
    expect(handled.filter((key) => key === 'a')).toHaveLength(2);
  });

  it('never handles one key twice at a time', async () => {
    let inside = 0;
    let most = 0;
    let count = 0;
    const handle = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      count += 1;
      inside -= 1;
    };
    const queue = createKeyedQueue({ name: 'test', logger, handle });
    for (let turn = 0; turn < 50; turn += 1) {
      queue.add('a');
      await Promise.resolve();
    }
    await queue.close();
    expect(most).toBe(1);
    expect(count).toBeGreaterThan(1);
  });

  it('tries a failed key again, with growing pauses', async () => {
    const at: number[] = [];
    const handle = async () => {
      at.push(performance.now());
      if (at.length < 4) throw new Error('not yet');
    };
    const queue = createKeyedQueue({ name: 'test', logger, handle, retryMs: 20 });
    queue.add('a');
    await expect.poll(() => at).toHaveLength(4);
    await queue.close();
    const pauses = at.slice(1).map((moment, index) => moment - (at[index] ?? 0));
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
  });
});
