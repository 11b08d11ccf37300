import { exact, toMoney } from '@jalon/value';

/** An amount with two decimals as a whole number of cents: sums of thousands of them are exact, and cost little. */
export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Cents as the amount that crosses every border. */
export const moneyOf = (cents: bigint): string => toMoney(exact(String(cents)).div(100));

/** Beyond this, whole numbers are no longer added exactly in floating point; a single amount is far below. */
const CARRY = 2 ** 52;

/** An exact sum of whole numbers of cents, each below 2^51: in floating point as long as that is exact. */
export class CentsSum {
  #carried = 0n;
  #rest = 0;

  add(cents: number): void {
    this.#rest += cents;
    if (Math.abs(this.#rest) < CARRY) return;
    this.#carried += BigInt(this.#rest);
    this.#rest = 0;
  }

  /** Adds all that another sum holds. */
  addSum(other: CentsSum): void {
    this.#carried += other.#carried;
    this.add(other.#rest);
  }

  get money(): string {
    return moneyOf(this.#carried + BigInt(this.#rest));
  }
}
