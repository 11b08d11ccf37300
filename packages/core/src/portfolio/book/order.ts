import type { UseCaseSort } from '@jalon/contracts';
import { isDrawn } from '../shown';
import type { BookEntry } from './entry';
import { type Filter, filterName, testOf } from './filter';
import { firstIndex } from './first-index';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';

/** What entries are ordered by; null comes last in both directions. */
export type SortValue = number | string | null;

/** Where a page ended: what its last row was ordered by, and the row's number. */
export interface Place {
  value: SortValue;
  number: number;
}

/** More than this at once is quicker put in order anew. */
const MANY = 200;

const VALUE_OF: Record<UseCaseSort, (entry: BookEntry) => SortValue> = {
  number: ({ useCase }) => useCase.number,
  title: ({ useCase }) => useCase.title,
  businessUnit: ({ useCase }) => useCase.businessUnit.name,
  owner: ({ useCase }) => useCase.owner.name,
  stage: ({ useCase }) => useCase.stage.position,
  expected: ({ useCase, cents }) => (useCase.range ? cents.expected : null),
  riskAdjusted: ({ useCase, cents }) => (useCase.range ? cents.riskAdjusted : null),
  start: ({ useCase }) => useCase.plan?.startDate ?? null,
  estimated: ({ useCase }) => useCase.plan?.estimatedAt.getTime() ?? null,
  feasibility: ({ useCase }) => useCase.feasibility,
  risk: ({ useCase }) => useCase.risk,
  updated: ({ useCase }) => useCase.updatedAt.getTime(),
};

/** As in a dictionary: accents and capitals count last. */
const collator = new Intl.Collator('en');

/** Ascending; two of one number are the same. */
function compare(left: Place, right: Place): number {
  const { value: a } = left;
  const { value: b } = right;
  if (typeof a === 'number' && typeof b === 'number') return a - b || left.number - right.number;
  if (typeof a === 'string' && typeof b === 'string') {
    return collator.compare(a, b) || left.number - right.number;
  }
  return left.number - right.number;
}

/** The entries of a book under one filter in the order of one column; equal ones by number. */
class Order {
  /** As they stood when they were put in their places, by use case id; null when they were not there. */
  readonly #exchanged = new Map<string, BookEntry | null>();
  /** With a value, ascending. */
  #placed: BookEntry[] = [];
  /** Without one, by number. */
  #without: BookEntry[] = [];
  #isLetGo = false;

  constructor(
    private readonly book: PortfolioBook,
    private readonly passes: (entry: BookEntry) => boolean,
    private readonly value: (entry: BookEntry) => SortValue,
  ) {
    this.#makeAnew();
    this.close = book.onExchange((id, before) => {
      if (!this.#exchanged.has(id)) this.#exchanged.set(id, before);
      if (this.#exchanged.size > MANY) this.#letGo();
    });
  }

  /** Has the book forget it. */
  readonly close: () => void;

  /** A page of entries, where it ends, and how many there are on all pages. The place is null on the last page. */
  page({ descending, after, limit }: PageSpan): Page {
    this.#update();
    const total = this.#placed.length + this.#without.length;
    const found: BookEntry[] = [];
    for (const list of after?.value === null ? [this.#without] : [this.#placed, this.#without]) {
      const own = after !== null && (after.value === null) === (list === this.#without);
      const from = own ? this.#next(list, after, descending) : descending ? list.length - 1 : 0;
      for (let at = from; found.length <= limit; at += descending ? -1 : 1) {
        const entry = list[at];
        if (!entry) break;
        found.push(entry);
      }
    }
    const last = found.length > limit ? found[limit - 1] : undefined;
    return { entries: found.slice(0, limit), end: last ? this.#placeOf(last) : null, total };
  }

  /** Nobody has read it for long: what it holds of former entries is more than they are worth. */
  #letGo(): void {
    this.#isLetGo = true;
    this.#placed = [];
    this.#without = [];
    this.#exchanged.clear();
  }

  #update(): void {
    if (this.#isLetGo) this.#makeAnew();
    else for (const [id, before] of this.#exchanged) this.#exchange(id, before);
    this.#exchanged.clear();
  }

  #makeAnew(): void {
    this.#isLetGo = false;
    const entries = [...this.book.entries.values()].filter(this.passes);
    const inOrder = (left: BookEntry, right: BookEntry): number =>
      compare(this.#placeOf(left), this.#placeOf(right));
    this.#placed = entries.filter((entry) => this.value(entry) !== null).sort(inOrder);
    this.#without = entries.filter((entry) => this.value(entry) === null).sort(inOrder);
  }

  #exchange(id: string, before: BookEntry | null): void {
    if (before && this.passes(before)) {
      const list = this.#listOf(before);
      list.splice(this.#firstFrom(list, this.#placeOf(before)), 1);
    }
    const entry = this.book.entries.get(id);
    if (!entry || !this.passes(entry)) return;
    const list = this.#listOf(entry);
    list.splice(this.#firstFrom(list, this.#placeOf(entry)), 0, entry);
  }

  #placeOf(entry: BookEntry): Place {
    return { value: this.value(entry), number: entry.useCase.number };
  }

  #listOf(entry: BookEntry): BookEntry[] {
    return this.value(entry) === null ? this.#without : this.#placed;
  }

  /** The index of the first entry that is not before a place, ascending. */
  #firstFrom(list: readonly BookEntry[], place: Place): number {
    return firstIndex(list, (entry) => compare(this.#placeOf(entry), place) < 0);
  }

  /** The index of the next entry beyond a place. */
  #next(list: readonly BookEntry[], place: Place, descending: boolean): number {
    const from = this.#firstFrom(list, place);
    if (descending) return from - 1;
    const there = list[from];
    return there && compare(this.#placeOf(there), place) === 0 ? from + 1 : from;
  }
}

export interface PageSpan {
  descending: boolean;
  /** Of the page before; null for the first. */
  after: Place | null;
  limit: number;
}

export interface Page {
  entries: BookEntry[];
  end: Place | null;
  total: number;
}

/** A filter and a column each: eighty kilobytes for ten thousand use cases. */
const kept = keeping<Order>(100);

/** A page of what stands under a filter, in the order of a column; the orders that were asked for last are kept. */
export function pageOf(book: PortfolioBook, filter: Filter, sort: UseCaseSort, span: PageSpan): Page {
  const make = () => new Order(book, testOf(filter), VALUE_OF[sort]);
  return kept(book, `${sort} ${filterName(filter)}`, make).page(span);
}

/**
 * Of what is drawn as a point under a filter (`isDrawn`), the `most` that are likely to be worth most, by number; and how
 * many there are.
 */
export function dearestOf(
  book: PortfolioBook,
  filter: Filter,
  most: number,
): { entries: BookEntry[]; total: number } {
  const passes = testOf(filter);
  const make = () =>
    new Order(
      book,
      (entry) => isDrawn(entry.useCase) && passes(entry),
      ({ cents }) => cents.likely,
    );
  const span = { descending: true, after: null, limit: most };
  const { entries, total } = kept(book, `dearest ${filterName(filter)}`, make).page(span);
  return { entries: entries.sort((left, right) => left.useCase.number - right.useCase.number), total };
}
