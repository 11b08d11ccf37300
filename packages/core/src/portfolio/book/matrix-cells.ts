import { VALUE_BANDS } from '@jalon/contracts';
import { CentsSum } from '../cents';
import type { BookEntry } from './entry';
import { type Filter, filterName } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';
import { UnderFilter } from './under-filter';

const TOP = 3;
/** Where the bands begin, in cents; the first begins below all. */
const BEGINS = VALUE_BANDS.map((begin) => (begin === null ? Number.NEGATIVE_INFINITY : Number(begin) * 100));

/** Place in VALUE_BANDS; null without an estimate. */
function bandOf({ useCase, cents }: BookEntry): number | null {
  return useCase.range ? BEGINS.findLastIndex((begin) => cents.expected >= begin) : null;
}

const dearestFirst = (left: BookEntry, right: BookEntry): number =>
  right.cents.expected - left.cents.expected || right.useCase.number - left.useCase.number;

/** What is as feasible, and worth as much. */
export interface Cell {
  feasibility: number;
  /** Null without an estimate. */
  band: number | null;
  members: Set<BookEntry>;
  sum: CentsSum;
  /** The few that are worth most, dearest first; null when they have to be looked for. */
  top: readonly BookEntry[] | null;
}

/** Puts it among the few that are worth most, if it is one of them. */
function withOneMore(top: readonly BookEntry[], entry: BookEntry): readonly BookEntry[] {
  const least = top[TOP - 1];
  return least && dearestFirst(least, entry) < 0 ? top : [...top, entry].sort(dearestFirst).slice(0, TOP);
}

class MatrixCells extends UnderFilter {
  readonly #cells: Cell[] = [];

  /** Those with anything in them: least feasible first, in each without an estimate first, then by band. */
  read(): (Cell & { top: readonly BookEntry[] })[] {
    this.update();
    return this.#cells
      .filter((cell) => cell && cell.members.size > 0)
      .map((cell) => {
        cell.top ??= [...cell.members].reduce<readonly BookEntry[]>(withOneMore, []);
        return { ...cell, top: cell.top };
      });
  }

  protected put(entry: BookEntry): void {
    const cell = this.#cellOf(entry);
    cell.members.add(entry);
    cell.sum.add(entry.cents.expected);
    if (cell.top) cell.top = withOneMore(cell.top, entry);
  }

  protected take(entry: BookEntry): void {
    const cell = this.#cellOf(entry);
    cell.members.delete(entry);
    cell.sum.add(-entry.cents.expected);
    if (cell.top?.includes(entry)) cell.top = null;
  }

  #cellOf(entry: BookEntry): Cell {
    const { feasibility } = entry.useCase;
    const band = bandOf(entry);
    const at = feasibility * (BEGINS.length + 1) + (band ?? -1) + 1;
    const cell = this.#cells[at] ?? { feasibility, band, members: new Set(), sum: new CentsSum(), top: [] };
    this.#cells[at] = cell;
    return cell;
  }
}

const kept = keeping<MatrixCells>(40);

/** The cells of the matrix under a filter, as the book is now; those that were asked for last are kept. */
export function matrixCellsOf(book: PortfolioBook, filter: Filter): ReturnType<MatrixCells['read']> {
  return kept(book, filterName(filter), () => new MatrixCells(book, filter)).read();
}
