import type { EstimateInput, EstimateView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { requireRate } from '../currency';
import { loadAssumptions } from '../history/assumptions';
import { type StageRow, stageOf } from '../reference';
import { estimateValue } from './estimate-value';

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

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

/**
 * Estimates of one use case, newest first, each with what it comes to: at the probability of the stage it was
 * made in, and the discount rate. The newest one at those of today; one that was followed by another, at those of the
 * day on which it was made.
 */
export async function findEstimates(
  db: Db,
  useCaseId: string,
  stages: readonly StageRow[],
  discountRate: string,
  take?: number,
): Promise<EstimateView[]> {
  const rows = await db.valueEstimate.findMany({
    where: { useCaseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(take ? { take } : {}),
  });
  const authors = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.authorId))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(authors.map((author) => [author.id, author.name]));
  const assumedAt = rows.length > 1 ? await loadAssumptions(db) : null;
  return rows.map((row, index) => {
    const stage = stageOf(stages, row.stageId);
    const then = index > 0 ? assumedAt?.(row.createdAt) : null;
    const figures = {
      low: row.low.toFixed(2),
      likely: row.likely.toFixed(2),
      high: row.high.toFixed(2),
      rampUpMonths: row.rampUpMonths,
      horizonYears: row.horizonYears,
      oneOffCost: row.oneOffCost.toFixed(2),
      yearlyRunCost: row.yearlyRunCost.toFixed(2),
    };
    return {
      id: row.id,
      stage: stage.key,
      ...figures,
      currency: row.currency,
      startDate: isoDate(row.startDate),
      confidence: row.confidence,
      method: row.method,
      assumptions: row.assumptions,
      author: nameOf.get(row.authorId) ?? '',
      createdAt: row.createdAt,
      value: estimateValue(
        figures,
        then?.reach.get(row.stageId) ?? stage.reachProbability,
        then?.discountRate ?? discountRate,
      ),
    };
  });
}
