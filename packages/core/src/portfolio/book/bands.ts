import type { Band, PortfolioFilter, StageKey } from '@jalon/contracts';
import { PortfolioDraws, rangeOfTotals } from '@jalon/value';
import { DRAWS, SEED } from '../value-group';
import type { BookEntry } from './entry';
import { filterName, testOf } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';

type Value = NonNullable<BookEntry['value']>;

interface Member {
  value: Value;
  key: number;
}

/**
 * What stands under one filter, and the draws of what of it is active, by stage. A use case that was exchanged in the book is
 * taken out with the figures it was put in with, and put in with its new ones; the others are not looked at again.
 */
export class Bands {
  readonly #groups = new Map<string, { draws: PortfolioDraws; band: Band | null }>();
  readonly #members = new Map<string, Member>();
  readonly #exchanged: Set<string>;
  readonly #passes: ReturnType<typeof testOf>;
  #list: BookEntry[] | null = null;
  readonly #places = new Map<string, number>();

  constructor(
    private readonly book: PortfolioBook,
    filter: PortfolioFilter,
  ) {
    this.#passes = testOf(filter);
    this.#exchanged = new Set(book.entries.keys());
    this.close = book.onExchange((id) => this.#exchanged.add(id));
  }

  /** Has the book forget it. */
  readonly close: () => void;

  /** The entries under the filter in the order of their numbers, as the book is now. */
  get entries(): readonly BookEntry[] {
    this.#update();
    if (this.#list) return this.#list;
    const list = this.book.inOrder().filter(this.#passes);
    this.#places.clear();
    list.forEach(({ useCase }, place) => {
      this.#places.set(useCase.id, place);
    });
    this.#list = list;
    return list;
  }

  /** The band of stages together, as the book is now. */
  of(stages: readonly StageKey[]): Band {
    this.#update();
    const [only, ...others] = stages.flatMap((stage) => this.#groups.get(stage) ?? []);
    if (!only) return bandOf(new Float64Array(DRAWS));
    if (others.length === 0) {
      only.band ??= bandOf(only.draws.totals);
      return only.band;
    }
    const sum = only.draws.totals.slice();
    for (const { draws } of others) {
      const { totals } = draws;
      for (let draw = 0; draw < sum.length; draw += 1)
        sum[draw] = (sum[draw] as number) + (totals[draw] as number);
    }
    return bandOf(sum);
  }

  #update(): void {
    for (const id of this.#exchanged) this.#exchange(id);
    this.#exchanged.clear();
  }

  #exchange(id: string): void {
    const entry = this.book.entries.get(id);
    const passing = entry !== undefined && this.#passes(entry);
    this.#replace(id, passing ? entry : null);
    const counts = passing && entry.value && entry.useCase.status === 'ACTIVE';
    const next = counts && entry?.value ? { value: entry.value, key: entry.useCase.number } : null;
    const known = this.#members.get(id);
    if (known && next && same(known.value, next.value)) return;
    if (known) this.#group(known.value.stage).remove(known.value, known.key);
    this.#members.delete(id);
    if (!next) return;
    this.#group(next.value.stage).add(next.value, next.key);
    this.#members.set(id, next);
  }

  /** A use case keeps its number, so its place too, unless it comes or goes: then the list is made anew. */
  #replace(id: string, entry: BookEntry | null): void {
    const place = this.#places.get(id);
    if (this.#list && entry && place !== undefined) this.#list[place] = entry;
    else if (entry || place !== undefined) this.#list = null;
  }

  /** The draws of a stage, which are about to change. */
  #group(stage: string): PortfolioDraws {
    const group = this.#groups.get(stage) ?? {
      draws: new PortfolioDraws({ seed: SEED, draws: DRAWS }),
      band: null,
    };
    group.band = null;
    this.#groups.set(stage, group);
    return group.draws;
  }
}

function same(left: Value, right: Value): boolean {
  return (
    left.low === right.low &&
    left.likely === right.likely &&
    left.high === right.high &&
    left.probability === right.probability &&
    left.stage === right.stage
  );
}

function bandOf(totals: Float64Array): Band {
  const { p10, p50, p90 } = rangeOfTotals(totals);
  return { p10, p50, p90 };
}

/** Four hundred kilobytes each. */
const kept = keeping<Bands>(40);

/** The draws under a filter; those that were asked for last are kept. */
export function bandsOf(book: PortfolioBook, filter: PortfolioFilter): Bands {
  return kept(book, filterName(filter), () => new Bands(book, filter));
}
