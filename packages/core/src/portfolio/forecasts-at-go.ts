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
 * The estimate that stood when each use case entered production, by use case; one that had none is absent. Estimates are
 * append-only, so it is the same whenever it is asked for.
 */
export async function forecastsAtGo(
  db: Db,
  entries: readonly { useCaseId: string; since: Date }[],
): Promise<Map<string, Forecast>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (e."useCaseId") e."useCaseId", e.low::text AS low, e.likely::text AS likely, e.high::text AS high,
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
