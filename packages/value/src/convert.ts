import { type DecimalInput, exact, toMoney } from './money';

/** What one unit of a currency is in the base currency, from a day (2026-05-31, UTC) on until the next one. */
export interface Rate {
  currency: string;
  day: string;
  rate: DecimalInput;
}

/**
 * The rate of a currency on a day: the one of that day, or of the last day before it that has one. One for the base
 * currency itself; null where none is known yet, which is never guessed.
 */
export function rateOn(rates: readonly Rate[], currency: string, day: string, base: string): string | null {
  if (currency === base) return '1';
  let found: Rate | null = null;
  for (const rate of rates) {
    if (rate.currency !== currency || rate.day > day) continue;
    if (!found || rate.day >= found.day) found = rate;
  }
  return found ? exact(found.rate).toString() : null;
}

/** An amount in the base currency, to the cent, half to even. */
export function convertMoney(amount: DecimalInput, rate: DecimalInput): string {
  return toMoney(exact(amount).times(rate));
}
