import type { PortfolioSummary } from '@jalon/contracts';
import { centsOf, moneyOf } from '../portfolio/cents';
import { firstDayOf, monthsFrom } from './months';
import type { VerifiedState } from './portfolio-verified';

/** What finance has said of many use cases together. One that has changed is taken out as it went in, and put in anew. */
export class VerifiedSum {
  /** Finished months without a word, by month. */
  readonly #awaiting = new Map<string, number>();
  /** In cents, by month. */
  readonly #confirmed = new Map<string, bigint>();

  add(state: VerifiedState): void {
    this.#count(state, 1);
  }

  remove(state: VerifiedState): void {
    this.#count(state, -1);
  }

  /** Of the calendar year (UTC) of `now`, until then. */
  ofYear(now: Date): PortfolioSummary['verified'] {
    const year = String(now.getUTCFullYear());
    const months = monthsFrom(firstDayOf(`${year}-01`), now);
    const cents = months.map((month) => this.#confirmed.get(month) ?? 0n);
    return {
      confirmed: moneyOf(cents.reduce((sum, one) => sum + one, 0n)),
      months: months.map((month, index) => ({ month, confirmed: moneyOf(cents[index] ?? 0n) })),
      awaiting: [...this.#awaiting].reduce(
        (sum, [month, count]) => (month.startsWith(year) ? sum + count : sum),
        0,
      ),
    };
  }

  #count({ late, open, confirmed }: VerifiedState, times: 1 | -1): void {
    for (const month of late) this.#await(month, times);
    for (const month of open) this.#await(month, times);
    for (const { month, amount } of confirmed) {
      this.#confirmed.set(month, (this.#confirmed.get(month) ?? 0n) + centsOf(amount) * BigInt(times));
    }
  }

  #await(month: string, times: number): void {
    this.#awaiting.set(month, (this.#awaiting.get(month) ?? 0) + times);
  }
}
