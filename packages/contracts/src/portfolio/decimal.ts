import { z } from 'zod';

const MONEY = /^-?\d{1,15}(\.\d{1,2})?$/;
const MEASURE = /^-?\d{1,11}(\.\d{1,6})?$/;

/** An amount as it crosses every border: a string, at most two decimals. */
export const moneySchema = z
  .string()
  .trim()
  .refine((value) => MONEY.test(value), {
    message: 'Write an amount in figures, with at most two decimals, such as 1200000 or 1200000.50',
    params: { key: 'money' },
  });

/** An amount that may not be below zero. */
export const costSchema = moneySchema.refine((value) => !value.startsWith('-'), {
  message: 'A cost cannot be negative',
  params: { key: 'negativeCost' },
});

/** A measure as it crosses every border: a string, at most six decimals. */
export const measureSchema = z
  .string()
  .trim()
  .refine((value) => MEASURE.test(value), {
    message: 'Write a number in figures, with at most six decimals, such as 28.2',
    params: { key: 'measure' },
  });

const SCALE = 6;

function scaled(value: string): bigint {
  const [whole = '0', decimals = ''] = value.trim().replace('-', '').split('.');
  const digits = BigInt(whole + decimals.padEnd(SCALE, '0').slice(0, SCALE));
  return value.trim().startsWith('-') ? -digits : digits;
}

/**
 * Compares two decimal strings exactly: below zero when `left` is less, zero when they are equal, NaN when one
 * of them is not a number (whatever is compared with NaN is false).
 */
export function compareDecimals(left: string, right: string): number {
  if (!MEASURE.test(left.trim()) && !MONEY.test(left.trim())) return Number.NaN;
  if (!MEASURE.test(right.trim()) && !MONEY.test(right.trim())) return Number.NaN;
  const difference = scaled(left) - scaled(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
