import type { ListFigures } from '@jalon/contracts';
import { CentsSum } from '../cents';
import type { BookEntry } from './entry';
import { type Filter, filterName } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';
import { UnderFilter } from './under-filter';

export type Span = NonNullable<ListFigures['planned']>;

/** Of a stage: how many stand in it, and what the active ones of them are worth a year. */
export interface StageFigures {
  count: number;
  active: number;
  expected: CentsSum;
  riskAdjusted: CentsSum;
}

const noFigures = (): StageFigures => ({
  count: 0,
  active: 0,
  expected: new CentsSum(),
  riskAdjusted: new CentsSum(),
});

/** The span that covers both; the first one where it does already. */
function covering(one: Span, other: Span): Span {
  if (one.from <= other.from && one.to >= other.to) return one;
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}

/** The figures at the head of a list under one filter. */
class ListHead extends UnderFilter {
  readonly #stages = new Map<string, StageFigures>();
  #total = 0;
  #highest: BookEntry | null = null;
  #planned: Span | null = null;
  /** What stood at an end of what is planned, or was the highest, has gone. */
  #endsGone = false;

  read() {
    this.update();
    if (this.#endsGone) {
      this.#highest = null;
      this.#planned = null;
      this.#endsGone = false;
      for (const entry of this.members) this.#stretch(entry);
    }
    return {
      total: this.#total,
      maxHigh: this.#highest?.useCase.range?.high ?? '0',
      planned: this.#planned,
      stage: (key: string): StageFigures => this.#stages.get(key) ?? noFigures(),
    };
  }

  protected put(entry: BookEntry): void {
    this.#count(entry, 1);
    this.#stretch(entry);
  }

  protected take(entry: BookEntry): void {
    this.#count(entry, -1);
    const { plan } = entry;
    const atAnEnd = plan && (plan.from === this.#planned?.from || plan.to === this.#planned?.to);
    if (entry === this.#highest || atAnEnd) this.#endsGone = true;
  }

  #stretch(entry: BookEntry): void {
    const { cents, plan } = entry;
    if (cents.high > (this.#highest?.cents.high ?? 0)) this.#highest = entry;
    if (plan) this.#planned = covering(this.#planned ?? plan, plan);
  }

  #count({ useCase, cents }: BookEntry, times: 1 | -1): void {
    const figures = this.#stages.get(useCase.stage.key) ?? noFigures();
    this.#stages.set(useCase.stage.key, figures);
    this.#total += times;
    figures.count += times;
    if (useCase.status !== 'ACTIVE') return;
    figures.active += times;
    figures.expected.add(cents.expected * times);
    figures.riskAdjusted.add(cents.riskAdjusted * times);
  }
}

const kept = keeping<ListHead>(60);

/** The figures at the head of a list, as the book is now; those that were asked for last are kept. */
export function listHeadOf(book: PortfolioBook, filter: Filter): ReturnType<ListHead['read']> {
  return kept(book, filterName(filter), () => new ListHead(book, filter)).read();
}
