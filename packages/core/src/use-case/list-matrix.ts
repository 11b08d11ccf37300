import { type MatrixCell, type Principal, type UseCaseFilter, VALUE_BANDS } from '@jalon/contracts';
import type { CoreContext } from '../context';
import type { BookEntry } from '../portfolio/book/entry';
import { allOf } from '../portfolio/book/order';
import { bookOf } from '../portfolio/book/portfolio-book';
import { CentsSum } from '../portfolio/cents';

const TOP = 3;
/** Where the bands begin, in cents; the first begins below all. */
const BEGINS = VALUE_BANDS.map((begin) => (begin === null ? Number.NEGATIVE_INFINITY : Number(begin) * 100));

/** Place in VALUE_BANDS; null without an estimate. */
function bandOf({ useCase, cents }: BookEntry): number | null {
  return useCase.range ? BEGINS.findLastIndex((begin) => cents.expected >= begin) : null;
}

const dearer = (left: BookEntry, right: BookEntry): boolean =>
  left.cents.expected > right.cents.expected ||
  (left.cents.expected === right.cents.expected && left.useCase.number > right.useCase.number);

interface Cell {
  feasibility: number;
  band: number | null;
  count: number;
  sum: CentsSum;
  top: BookEntry[];
}

/** Puts it among the few that are worth most, if it is one of them. */
function place(top: BookEntry[], entry: BookEntry): void {
  const least = top[TOP - 1];
  if (least && !dearer(entry, least)) return;
  const before = top.findIndex((other) => dearer(entry, other));
  top.splice(before < 0 ? top.length : before, 0, entry);
  if (top.length > TOP) top.pop();
}

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
  const cells: Cell[] = [];
  for (const entry of allOf(book, filter)) {
    const { feasibility } = entry.useCase;
    const band = bandOf(entry);
    // Without an estimate first, then the bands.
    const at = feasibility * (BEGINS.length + 1) + (band ?? -1) + 1;
    cells[at] ??= { feasibility, band, count: 0, sum: new CentsSum(), top: [] };
    const cell = cells[at];
    cell.count += 1;
    cell.sum.add(entry.cents.expected);
    place(cell.top, entry);
  }
  return cells.filter(Boolean).map(({ sum, top, ...cell }) => ({
    ...cell,
    expected: sum.money,
    top: top.map(({ useCase: { number, title, range } }) => ({
      number,
      title,
      expected: range?.expected ?? null,
    })),
  }));
}
