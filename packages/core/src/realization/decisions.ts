import type { RealizationVerdict } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { monthOf } from './months';

/** One verdict on one month, as it is stored. */
export interface DecisionRow {
  month: string;
  revision: number;
  verdict: RealizationVerdict;
  computed: string;
  confirmed: string | null;
  currency: string;
  note: string;
  decidedById: string;
  onBehalfOf: string | null;
  decidedAt: Date;
}

/** Verdicts that had been given by `asOf`, by use case and month, newest first. */
export async function findDecisions(
  db: Db,
  useCaseIds: readonly string[],
  asOf: Date,
): Promise<Map<string, Map<string, DecisionRow[]>>> {
  if (useCaseIds.length === 0) return new Map();
  const rows = await db.valueRealization.findMany({
    where: { useCaseId: { in: [...useCaseIds] }, decidedAt: { lte: asOf } },
    orderBy: { revision: 'desc' },
    select: {
      useCaseId: true,
      month: true,
      revision: true,
      verdict: true,
      computed: true,
      confirmed: true,
      currency: true,
      note: true,
      decidedById: true,
      onBehalfOf: true,
      decidedAt: true,
    },
  });
  const found = new Map<string, Map<string, DecisionRow[]>>();
  for (const { useCaseId, month: day, computed, confirmed, ...rest } of rows) {
    const month = monthOf(day);
    const months = found.get(useCaseId) ?? new Map<string, DecisionRow[]>();
    const row = { ...rest, month, computed: computed.toFixed(2), confirmed: confirmed?.toFixed(2) ?? null };
    months.set(month, [...(months.get(month) ?? []), row]);
    found.set(useCaseId, months);
  }
  return found;
}
