import type { Band, PortfolioFilter, StageKey } from '@jalon/contracts';
import { PortfolioDraws, rangeOfTotals } from '@jalon/value';
import { DRAWS, SEED } from '../value-group';
import type { BookEntry } from './entry';
import { filterName } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';
import { UnderFilter } from './under-filter';

type Value = NonNullable<BookEntry['value']>;

/**
 * The draws of what is active under one filter, by stage. A use case that was exchanged in the book is taken out with the
 * figures it was put in with, unless they are the same.
 */
class Bands extends UnderFilter {
  readonly #groups = new Map<string, PortfolioDraws>();
  /** By their stages; those of a stage are forgotten when its draws change. */
  readonly #bands = new Map<string, Band>();

  /** The band of stages together, as the book is now. */
  of(stages: readonly StageKey[]): Band {
    this.update();
    const name = stages.join(' ');
    const known = this.#bands.get(name);
    if (known) return known;
    const sum = new Float64Array(DRAWS);
    for (const stage of stages) {
      const totals = this.#groups.get(stage)?.totals;
      if (!totals) continue;
      for (let draw = 0; draw < sum.length; draw += 1)
        sum[draw] = (sum[draw] as number) + (totals[draw] as number);
    }
    const band = bandOf(sum);
    this.#bands.set(name, band);
    return band;
  }

  protected put({ value, useCase }: BookEntry): void {
    if (value) this.#group(value.stage).add(value, useCase.number);
  }

  protected take({ value, useCase }: BookEntry): void {
    if (value) this.#group(value.stage).remove(value, useCase.number);
  }

  protected override isSame(before: BookEntry, after: BookEntry): boolean {
    return before.value !== null && after.value !== null && same(before.value, after.value);
  }

  /** The draws of a stage, which are about to change. */
  #group(stage: string): PortfolioDraws {
    for (const name of this.#bands.keys()) if (name.split(' ').includes(stage)) this.#bands.delete(name);
    const group = this.#groups.get(stage) ?? new PortfolioDraws({ seed: SEED, draws: DRAWS });
    this.#groups.set(stage, group);
    return group;
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

const counts = ({ value, useCase }: BookEntry): boolean => value !== null && useCase.status === 'ACTIVE';

/** Four hundred kilobytes each. */
const kept = keeping<Bands>(40);

/** The draws under a filter; those that were asked for last are kept. */
export function bandsOf(book: PortfolioBook, filter: PortfolioFilter): Bands {
  return kept(book, filterName(filter), () => new Bands(book, filter, counts));
}
