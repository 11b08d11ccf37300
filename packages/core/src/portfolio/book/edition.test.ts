import { expect, it } from 'vitest';
import { keepingEdition } from './edition';
import type { PortfolioBook } from './portfolio-book';

const MINUTE = 60_000;

function scene(most = 2) {
  const book = { edition: 1, refresh: async () => undefined };
  const kept = keepingEdition<number>(most);
  let times = 0;
  const ask = (name: string, at: number, fails = false) =>
    kept(book as unknown as PortfolioBook, new Date(at), name, async () => {
      times += 1;
      if (fails) throw new Error('no answer');
      return times;
    });
  return { book, ask };
}

it('computes once for all who ask in one minute of one edition, by name', async () => {
  const { book, ask } = scene();
  expect(await Promise.all([ask('all', 0), ask('all', MINUTE - 1)])).toEqual([1, 1]);
  expect(await ask('one unit', 0)).toBe(2);
  book.edition = 2;
  expect(await ask('all', 0)).toBe(3);
  expect(await ask('all', MINUTE)).toBe(4);
});

it('forgets the one that was made first, and what failed', async () => {
  const { ask } = scene(2);
  await ask('a', 0);
  await ask('b', 0);
  await ask('c', 0);
  expect(await ask('b', 0)).toBe(2);
  expect(await ask('a', 0)).toBe(4);
  await expect(ask('d', 0, true)).rejects.toThrow('no answer');
  expect(await ask('d', 0)).toBe(6);
});
