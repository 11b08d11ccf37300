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
  const value = String(setting?.value ?? FALLBACK);
  return RATE.test(value) ? value : FALLBACK;
}
