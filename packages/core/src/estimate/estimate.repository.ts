import type { EstimateInput, EstimateView } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { requireRate } from '../currency';
import { loadAssumptions } from '../history/assumptions';
import { stageOf, type Yardsticks } from '../reference';
import { estimateValue } from './estimate-value';

export interface NewEstimate {
  useCaseId: string;
  stageId: string;
  authorId: string;
  createdAt: Date;
  estimate: EstimateInput;
}

/**
 * Adds an estimate; there is no way to change one. It keeps the rate of its currency on its day, by which lists and sums
 * convert it. Returns its id. RATE_MISSING when there is none.
 */
export async function insertEstimate(tx: Db, entry: NewEstimate): Promise<string> {
  const { estimate, ...keys } = entry;
  const rate = await requireRate(tx, estimate.currency, entry.createdAt, 'currency');
  const row = await tx.valueEstimate.create({
    data: { ...keys, ...estimate, rate, startDate: new Date(`${estimate.startDate}T00:00:00Z`) },
    select: { id: true },
  });
  return row.id;
}

interface Row extends Omit<EstimateView, 'stage' | 'author' | 'value'> {
  stageId: string;
  author: string | null;
}

/** With their authors, in one statement; `take` of them, all when null. */
function findRows(db: Db, useCaseId: string, take: number | null): Promise<Row[]> {
  return readRows<Row>(
    db,
    Prisma.sql`
    SELECT v.id, v."stageId", v.low::text AS low, v.likely::text AS likely, v.high::text AS high, v.currency,
      v."rampUpMonths", v."startDate"::text AS "startDate", v."horizonYears", v."oneOffCost"::text AS "oneOffCost",
      v."yearlyRunCost"::text AS "yearlyRunCost", v.confidence::text AS confidence, v.method, v.assumptions,
      a.name AS author, v."createdAt"
    FROM "ValueEstimate" v LEFT JOIN "User" a ON a.id = v."authorId"
    WHERE v."useCaseId" = ${useCaseId}::uuid ORDER BY v."createdAt" DESC, v.id DESC LIMIT ${take}::int`,
  );
}

/**
 * Estimates of one use case, newest first, each with what it comes to: at the probability of the stage it was
 * made in, and the discount rate. The newest one at those of today; one that was followed by another, at those of the
 * day on which it was made.
 */
export async function findEstimates(
  db: Db,
  useCaseId: string,
  { stages, discountRate }: Yardsticks,
  take?: number,
): Promise<EstimateView[]> {
  const rows = await findRows(db, useCaseId, take ?? null);
  const assumedAt = rows.length > 1 ? await loadAssumptions(db) : null;
  return rows.map((row, index) => {
    const stage = stageOf(stages, row.stageId);
    const then = index > 0 ? assumedAt?.(row.createdAt) : null;
    const { low, likely, high, rampUpMonths, horizonYears, oneOffCost, yearlyRunCost } = row;
    const figures = { low, likely, high, rampUpMonths, horizonYears, oneOffCost, yearlyRunCost };
    return {
      id: row.id,
      stage: stage.key,
      ...figures,
      currency: row.currency,
      startDate: row.startDate,
      confidence: row.confidence,
      method: row.method,
      assumptions: row.assumptions,
      author: row.author ?? '',
      createdAt: row.createdAt,
      value: estimateValue(
        figures,
        then?.reach.get(row.stageId) ?? stage.reachProbability,
        then?.discountRate ?? discountRate,
      ),
    };
  });
}
