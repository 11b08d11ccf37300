import type { Db } from '@jalon/db';
import { convertMoney, type Forecast, forecastFor, pertMean } from '@jalon/value';
import { periodOf } from './months';

/**
 * What was foreseen of each month: by the newest estimate that existed when the month began, or else the first one
 * there ever was; in the base currency. Null for all without an estimate.
 */
export async function forecastsOf(
  db: Db,
  useCaseId: string,
  asOf: Date,
): Promise<(month: string) => string | null> {
  const rows = await db.valueEstimate.findMany({
    where: { useCaseId, createdAt: { lte: asOf } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      low: true,
      likely: true,
      high: true,
      rampUpMonths: true,
      startDate: true,
      horizonYears: true,
      rate: true,
      createdAt: true,
    },
  });
  const estimates = rows.map(({ low, likely, high, rate, createdAt, ...terms }) => {
    const range = { low: low.toFixed(2), likely: likely.toFixed(2), high: high.toFixed(2) };
    const yearlyBenefit = convertMoney(pertMean(range), rate.toString());
    return { createdAt, forecast: { ...terms, yearlyBenefit } satisfies Forecast };
  });
  return (month) => {
    const period = periodOf(month);
    const inForce = estimates.find(({ createdAt }) => createdAt <= period.from) ?? estimates.at(-1);
    return inForce ? forecastFor(inForce.forecast, period) : null;
  };
}
