import { BASE_CURRENCY, DomainError } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type Rate, rateOn } from '@jalon/value';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Every rate; of two for a day the newer comes last. */
async function loadRates(db: Db): Promise<Rate[]> {
  const rows = await db.exchangeRate.findMany({
    orderBy: { id: 'asc' },
    select: { currency: true, day: true, rate: true },
  });
  return rows.map(({ currency, day, rate }) => ({ currency, day: dayOf(day), rate: rate.toString() }));
}

/** The rate of a currency on the day of a moment. RATE_MISSING on `path`, saying who enters it, when there is none. */
export async function requireRate(db: Db, currency: string, at: Date, path: string): Promise<string> {
  if (currency === BASE_CURRENCY) return '1';
  const rate = rateOn(await loadRates(db), currency, dayOf(at), BASE_CURRENCY);
  if (rate) return rate;
  const message = `There is no rate of ${currency} in ${BASE_CURRENCY} for ${dayOf(at)} yet: an admin enters it under Value.`;
  throw new DomainError('RATE_MISSING', message, [{ path, message }]);
}
