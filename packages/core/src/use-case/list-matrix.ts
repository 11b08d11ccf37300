import type { MatrixCell, Principal, UseCaseFilter } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { matrixCellsOf } from '../portfolio/book/matrix-cells';
import { bookOf } from '../portfolio/book/portfolio-book';

/**
 * The list as a matrix of feasibility and expected EBITDA a year: how many stand in each cell, what they are expected to
 * earn together, and the three that are worth most. It is as large for ten thousand use cases as for fifty.
 * Validated by contracts; the caller holds `portfolio:read`.
 */
export async function listMatrix(
  { db, clock }: CoreContext,
  _principal: Principal,
  filter: UseCaseFilter,
): Promise<MatrixCell[]> {
  const book = bookOf(db);
  await book.refresh(clock.now());
  return matrixCellsOf(book, filter).map(({ feasibility, band, members, sum, top }) => ({
    feasibility,
    band,
    count: members.size,
    expected: sum.money,
    top: top.map(({ useCase: { number, title, range } }) => ({
      number,
      title,
      expected: range?.expected ?? null,
    })),
  }));
}
