import type { Db } from '@jalon/db';

/** Setting that holds the yearly discount rate, as a decimal string: "0.08" is 8 %. */
export const DISCOUNT_RATE_SETTING = 'discountRate';
const FALLBACK = '0.08';
const RATE = /^\d(\.\d+)?$/;

/** The yearly discount rate of this installation. */
export async function loadDiscountRate(db: Db): Promise<string> {
  const setting = await db.setting.findUnique({
    where: { key: DISCOUNT_RATE_SETTING },
    select: { value: true },
  });
  return discountRateOf(setting?.value);
}

/** The rate that a setting's value stands for; the usual one where there is none. */
export function discountRateOf(value: unknown): string {
  const text = String(value ?? FALLBACK);
  return RATE.test(text) ? text : FALLBACK;
}
