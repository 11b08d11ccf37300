import { describe, expect, it } from 'vitest';
import { LogQueue } from './log-queue';

describe('LogQueue', () => {
  it('drops the oldest beyond its limit and counts them', async () => {
    const queue = new LogQueue<number>(3);
    for (let item = 0; item < 1_000; item += 1) queue.push(item);
    expect(await queue.take()).toEqual({ items: [997, 998, 999], dropped: 997 });
    queue.push(1);
    expect(await queue.take()).toEqual({ items: [1], dropped: 0 });
  });

  it('waits for what comes, gives all before the end', async () => {
    const queue = new LogQueue<number>(3);
    const next = queue.take();
    queue.push(1);
    queue.end();
    expect(await next).toEqual({ items: [1], dropped: 0 });
    expect(await queue.take()).toBeNull();
  });

  it('gives what arrived before a failure, then throws it', async () => {
    const queue = new LogQueue<number>(3);
    queue.push(1);
    queue.fail(new Error('gone'));
    expect(await queue.take()).toEqual({ items: [1], dropped: 0 });
    await expect(queue.take()).rejects.toThrow('gone');
  });
});
