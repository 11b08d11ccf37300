import { exact, toMoney } from '@jalon/value';

/** An amount with two decimals as a whole number of cents: sums of thousands of them are exact, and cost little. */
export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Cents as the amount that crosses every border. */
export const moneyOf = (cents: bigint): string => toMoney(exact(String(cents)).div(100));
