import type { Change } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { ChangeFeed, type FeedEvent } from './change-feed';

const change = (id: string): FeedEvent => ({
  kind: 'change',
  change: { topic: 'project', id } satisfies Change,
});

async function take(source: AsyncGenerator<FeedEvent>, count: number): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  for await (const event of source) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}

describe('ChangeFeed', () => {
  it('gives every subscriber every event in order', async () => {
    const feed = new ChangeFeed();
    const signal = new AbortController().signal;
    const readers = [take(feed.subscribe(signal), 3), take(feed.subscribe(signal), 3)];
    // A subscription begins when it is first read, which take has just done.
    await Promise.resolve();
    const events = ['a', 'b', 'c'].map(change);
    for (const event of events) feed.publish(event);
    expect(await Promise.all(readers)).toEqual([events, events]);
  });

  it('ends with its signal, also while it waits', async () => {
    const feed = new ChangeFeed();
    const stop = new AbortController();
    const reading = take(feed.subscribe(stop.signal), 99);
    await Promise.resolve();
    stop.abort();
    expect(await reading).toEqual([]);
  });

  it('tells a reader that fell far behind to read everything again', async () => {
    const feed = new ChangeFeed();
    const source = feed.subscribe(new AbortController().signal);
    const first = source.next();
    feed.publish(change('first'));
    await first;
    for (let index = 0; index < 1500; index++) feed.publish(change(String(index)));
    const [next] = await take(source, 1);
    expect(next).toEqual({ kind: 'resynced' });
  });
});
