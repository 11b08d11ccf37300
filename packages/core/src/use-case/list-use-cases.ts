import type { ListUseCasesInput, Principal, UseCasePage } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { pageOf } from '../portfolio/book/order';
import { bookOf } from '../portfolio/book/portfolio-book';
import { readCursor, writeCursor } from './list-cursor';

/**
 * A page of use cases under a filter, from the book (docs/decisions/0043). Validated by contracts; the caller holds
 * `portfolio:read`. The cursor names the last row of the page before, so that what is added or leaves meanwhile moves no
 * row to another page; VALIDATION when it is none, or of another order.
 */
export async function listUseCases(
  { db, clock }: CoreContext,
  _principal: Principal,
  { sort, descending, limit, cursor, ...filter }: ListUseCasesInput,
): Promise<UseCasePage> {
  const after = cursor ? readCursor(sort, cursor) : null;
  const book = bookOf(db);
  await book.refresh(clock.now());
  const page = pageOf(book, filter, sort, { descending, after, limit });
  return {
    items: page.entries.map(({ useCase }) => useCase),
    total: page.total,
    nextCursor: page.end ? writeCursor(sort, page.end) : null,
  };
}
