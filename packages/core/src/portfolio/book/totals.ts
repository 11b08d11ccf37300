import type { PortfolioFilter, PortfolioSummary, StageKey } from '@jalon/contracts';
import { type VerifiedState, VerifiedSum, waits } from '../../realization';
import { CentsSum } from '../cents';
import {
  addMonth,
  emptyMonth,
  type Month,
  type MonthPart,
  measuredKpis,
  monthsOf,
  sumRealised,
} from '../realised';
import { type BookEntry, finishedMonths, presentMonth, verifiedOf } from './entry';
import { filterName, testOf } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';

/** For how long the present month stands before what ran on since is computed, in milliseconds. */
const RUNS_ON_MS = 10_000;

/** Of a stage, or of several: what is active in it, in sums, and how many are on hold. */
export interface StageSum {
  count: number;
  onHold: number;
  expected: CentsSum;
  riskAdjusted: CentsSum;
}

const emptyStage = (): StageSum => ({
  count: 0,
  onHold: 0,
  expected: new CentsSum(),
  riskAdjusted: new CentsSum(),
});

/** A use case of which months wait to be verified, or are disputed. */
export interface Waiting {
  useCase: BookEntry['useCase'];
  verified: VerifiedState;
}

/** What one use case has added, so that it can be taken out as it went in. */
interface Share {
  entry: BookEntry;
  finished: readonly MonthPart[];
  present: MonthPart | null;
  verified: VerifiedState;
}

/**
 * The sums of what stands under one filter. A use case that was exchanged in the book is taken out and put in; the others
 * are not looked at again before the next day (UTC), except that the present month runs on.
 */
export class Totals {
  readonly #passes: ReturnType<typeof testOf>;
  readonly #exchanged = new Set<string>();
  readonly #shares = new Map<string, Share>();
  #stages = new Map<StageKey, StageSum>();
  #verified = new VerifiedSum();
  #day = '';
  #ranAt = 0;
  #periods: Month[] = [];
  #months: MonthPart[] = [];
  #kpis = 0;
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly book: PortfolioBook,
    filter: PortfolioFilter,
  ) {
    this.#passes = testOf(filter);
    this.close = book.onExchange((id) => this.#exchanged.add(id));
  }

  /** Has the book forget it. */
  readonly close: () => void;

  /** Brings the sums to what the book is now; to be called before they are read. */
  update(now: Date): void {
    const day = now.toISOString().slice(0, 10);
    const age = now.getTime() - this.#ranAt;
    if (day !== this.#day || age < 0) this.#beginDay(day, now);
    else if (age >= RUNS_ON_MS) this.#runOn(now);
    for (const id of this.#exchanged) this.#exchange(id, now);
    this.#exchanged.clear();
  }

  /** Of stages together. */
  of(stages: readonly StageKey[]): StageSum {
    const together = emptyStage();
    for (const stage of stages) {
      const { count, onHold, expected, riskAdjusted } = this.#stages.get(stage) ?? emptyStage();
      together.count += count;
      together.onHold += onHold;
      together.expected.addSum(expected);
      together.riskAdjusted.addSum(riskAdjusted);
    }
    return together;
  }

  realised(now: Date): PortfolioSummary['realised'] {
    return sumRealised(now, this.#months, this.#kpis);
  }

  verified(now: Date): PortfolioSummary['verified'] {
    return this.#verified.ofYear(now);
  }

  /** By number. */
  get waiting(): Waiting[] {
    return [...this.#waiting.values()].sort((left, right) => left.useCase.number - right.useCase.number);
  }

  #beginDay(day: string, now: Date): void {
    this.#day = day;
    this.#ranAt = now.getTime();
    this.#periods = monthsOf(now);
    this.#months = this.#periods.map(emptyMonth);
    this.#stages = new Map();
    this.#verified = new VerifiedSum();
    this.#kpis = 0;
    this.#shares.clear();
    this.#waiting.clear();
    for (const id of this.book.entries.keys()) this.#exchanged.add(id);
  }

  #runOn(now: Date): void {
    this.#ranAt = now.getTime();
    this.#periods = monthsOf(now);
    for (const share of this.#shares.values()) {
      if (!share.present) continue;
      addMonth(this.#months.at(-1), share.present, -1);
      share.present = presentMonth(share.entry, now, this.#periods);
      if (share.present) addMonth(this.#months.at(-1), share.present);
    }
  }

  #exchange(id: string, now: Date): void {
    const known = this.#shares.get(id);
    if (known) this.#count(known, -1);
    this.#shares.delete(id);
    this.#waiting.delete(id);
    const entry = this.book.entries.get(id);
    if (!entry || !this.#passes(entry)) return;
    const share = {
      entry,
      finished: finishedMonths(entry, this.#periods),
      present: presentMonth(entry, now, this.#periods),
      verified: verifiedOf(entry, now, this.#day),
    };
    this.#shares.set(id, share);
    if (waits(share.verified)) this.#waiting.set(id, { useCase: entry.useCase, verified: share.verified });
    this.#count(share, 1);
  }

  #count({ entry, finished, present, verified }: Share, times: 1 | -1): void {
    const { useCase, cents, realised } = entry;
    const stage = this.#stages.get(useCase.stage.key) ?? emptyStage();
    this.#stages.set(useCase.stage.key, stage);
    if (useCase.status === 'ON_HOLD') stage.onHold += times;
    if (useCase.status === 'ACTIVE') {
      stage.count += times;
      stage.expected.add(cents.expected * times);
      stage.riskAdjusted.add(cents.riskAdjusted * times);
    }
    finished.forEach((part, index) => {
      addMonth(this.#months[index], part, times);
    });
    if (present) addMonth(this.#months.at(-1), present, times);
    if (realised) this.#kpis += measuredKpis(realised) * times;
    if (times === 1) this.#verified.add(verified);
    else this.#verified.remove(verified);
  }
}

/** A few hundred kilobytes for ten thousand use cases. */
const kept = keeping<Totals>(40);

/** The sums under a filter, as the book is at `now`; those that were asked for last are kept. */
export function totalsOf(book: PortfolioBook, filter: PortfolioFilter, now: Date): Totals {
  const totals = kept(book, filterName(filter), () => new Totals(book, filter));
  totals.update(now);
  return totals;
}
