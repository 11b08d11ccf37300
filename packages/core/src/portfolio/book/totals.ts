import type { PortfolioFilter, PortfolioSummary, StageKey } from '@jalon/contracts';
import { type VerifiedState, VerifiedSum } from '../../realization';
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
import { type BookEntry, finishedMonths, presentMonth, RUNS_ON_MS, verifiedOf } from './entry';
import { filterName } from './filter';
import { keeping } from './kept';
import type { PortfolioBook } from './portfolio-book';
import { UnderFilter } from './under-filter';

/** Shares that run on in one reading, so that nobody waits for thousands of them. */
const RUN_ON_AT_ONCE = 400;

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

/** What one use case has added, so that it can be taken out as it went in. */
interface Share {
  entry: BookEntry;
  finished: readonly MonthPart[];
  present: MonthPart | null;
  verified: VerifiedState;
}

/**
 * The sums of what stands under one filter: all are put in anew when a day (UTC) begins, and the present month runs on in
 * between.
 */
class Totals extends UnderFilter {
  readonly #shares = new Map<string, Share>();
  #now = new Date(0);
  #day = '';
  #ranAt = 0;
  /** Those that have still to run on. */
  #toRunOn: IterableIterator<Share> | null = null;
  #total = 0;
  #stages = new Map<StageKey, StageSum>();
  #verified = new VerifiedSum();
  #periods: Month[] = [];
  #months: MonthPart[] = [];
  #kpis = 0;

  /** Brings the sums to what they are at `now`; to be called before they are read. */
  bringTo(now: Date): this {
    this.#now = now;
    const day = now.toISOString().slice(0, 10);
    const age = now.getTime() - this.#ranAt;
    if (day !== this.#day || age < 0) this.#beginDay(day);
    else if (this.#toRunOn || age >= RUNS_ON_MS) this.#runOn();
    this.update();
    return this;
  }

  get total(): number {
    return this.#total;
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

  get realised(): PortfolioSummary['realised'] {
    return sumRealised(this.#now, this.#months, this.#kpis);
  }

  get verified(): PortfolioSummary['verified'] {
    return this.#verified.ofYear(this.#now);
  }

  protected put(entry: BookEntry): void {
    const share = {
      entry,
      finished: finishedMonths(entry, this.#periods),
      present: presentMonth(entry, this.#now, this.#periods),
      verified: verifiedOf(entry, this.#now, this.#day),
    };
    this.#shares.set(entry.useCase.id, share);
    this.#count(share, 1);
  }

  protected take({ useCase }: BookEntry): void {
    const share = this.#shares.get(useCase.id);
    this.#shares.delete(useCase.id);
    if (share) this.#count(share, -1);
  }

  #beginDay(day: string): void {
    this.#day = day;
    this.#ranAt = this.#now.getTime();
    this.#periods = monthsOf(this.#now);
    this.#months = this.#periods.map(emptyMonth);
    this.#stages = new Map();
    this.#verified = new VerifiedSum();
    this.#kpis = 0;
    this.#total = 0;
    this.#shares.clear();
    this.#toRunOn = null;
    this.again();
  }

  #runOn(): void {
    this.#periods = monthsOf(this.#now);
    if (!this.#toRunOn) this.#ranAt = this.#now.getTime();
    this.#toRunOn ??= this.#shares.values();
    for (let left = RUN_ON_AT_ONCE; left > 0; ) {
      const { value: share, done } = this.#toRunOn.next();
      if (done) {
        this.#toRunOn = null;
        return;
      }
      if (!share.present) continue;
      left -= 1;
      addMonth(this.#months.at(-1), share.present, -1);
      share.present = presentMonth(share.entry, this.#now, this.#periods);
      if (share.present) addMonth(this.#months.at(-1), share.present);
    }
  }

  #count({ entry, finished, present, verified }: Share, times: 1 | -1): void {
    const { useCase, cents, realised } = entry;
    const stage = this.#stages.get(useCase.stage.key) ?? emptyStage();
    this.#stages.set(useCase.stage.key, stage);
    this.#total += times;
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
  return kept(book, filterName(filter), () => new Totals(book, filter)).bringTo(now);
}
