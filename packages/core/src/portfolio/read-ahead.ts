import type { CoreContext } from '../context';
import { bookOf } from './book/portfolio-book';

/** Fills the book (docs/decisions/0038), so that the first reader of a large portfolio need not wait for it. */
export async function readPortfolioAhead({ db, clock }: CoreContext): Promise<void> {
  await bookOf(db).refresh(clock.now());
}
