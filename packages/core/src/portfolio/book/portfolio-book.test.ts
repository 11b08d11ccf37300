import { type TestDatabase, testDatabase } from '@jalon/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PortfolioBook } from './portfolio-book';

const SECOND = 1_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('is read anew when the clock was put back, not for who looked at it before another was answered', async () => {
  const book = new PortfolioBook(database.db);
  const now = Date.now();
  await book.refresh(new Date(now));
  const { yardsticks } = book;
  await book.refresh(new Date(now - 2 * SECOND));
  expect(book.yardsticks).toBe(yardsticks);
  await book.refresh(new Date(now - 3_600 * SECOND));
  expect(book.yardsticks).not.toBe(yardsticks);
});
