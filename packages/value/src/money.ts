import { Decimal } from 'decimal.js';

/** Twenty-eight significant digits: enough for trillions with cents through every product and quotient here. */
const Exact = Decimal.clone({ precision: 28, rounding: Decimal.ROUND_HALF_EVEN });
export type Exact = Decimal;

/** What a caller may hand over as an exact number: a decimal string, a whole number, or a decimal. */
export type DecimalInput = string | number | Decimal;

/** An exact number. Strings are read as they stand; floating point should not come this way but for counts. */
export function exact(value: DecimalInput): Exact {
  return new Exact(value);
}

export const ZERO: Exact = new Exact(0);
export const ONE: Exact = new Exact(1);

/** An amount as it crosses every border: a string with two decimals, rounded half to even. */
export function toMoney(value: DecimalInput): string {
  const rounded = exact(value).toDecimalPlaces(2);
  return (rounded.isZero() ? ZERO : rounded).toFixed(2);
}

/** The exact sum of amounts. An empty list is zero. */
export function sumMoney(amounts: Iterable<DecimalInput>): string {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return toMoney(total);
}
