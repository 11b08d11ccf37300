import type { Db } from '@jalon/db';
import { type Forecast, pertMean } from '@jalon/value';

interface Row {
  useCaseId: string;
  low: string;
  likely: string;
  high: string;
  rampUpMonths: number;
  startDate: Date;
  horizonYears: number;
}

/**
 * The estimate that stood when each use case entered production, by use case; one that had none is absent. In the base
 * currency, by the rate that the estimate keeps. Estimates are append-only, so it is the same whenever it is asked for.
 */
export async function forecastsAtGo(
  db: Db,
  entries: readonly { useCaseId: string; since: Date }[],
): Promise<Map<string, Forecast>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (e."useCaseId") e."useCaseId", round(e.low * e.rate, 2)::text AS low,
      round(e.likely * e.rate, 2)::text AS likely, round(e.high * e.rate, 2)::text AS high,
      e."rampUpMonths", e."startDate"::timestamp AT TIME ZONE 'UTC' AS "startDate", e."horizonYears"
    FROM "ValueEstimate" e
    JOIN jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS p("useCaseId" uuid, since timestamptz)
      ON p."useCaseId" = e."useCaseId" AND e."createdAt" <= p.since
    ORDER BY e."useCaseId", e."createdAt" DESC, e.id DESC`;
  return new Map(
    rows.map(({ useCaseId, low, likely, high, ...terms }) => [
      useCaseId,
      { ...terms, yearlyBenefit: pertMean({ low, likely, high }) },
    ]),
  );
}
