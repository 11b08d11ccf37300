import type { FrozenRealised } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { freezeRealised } from '../use-case/freeze-realised';

interface Earning {
  id: string;
}

export interface ComputedMonths {
  currency: string;
  /** By month, oldest first; empty when nothing in it earns. */
  amounts: Map<string, string>;
}

/**
 * What a use case has realised, month by month, from its samples as they are now; of a retired one, what was frozen
 * then. Empty for one that never was in production, or has no KPI that is worth money.
 */
export async function computedMonths(db: Db, useCase: Earning, now: Date): Promise<ComputedMonths> {
  const row = await db.useCase.findUnique({ where: { id: useCase.id }, select: { frozenRealised: true } });
  const frozen = row?.frozenRealised as FrozenRealised | null | undefined;
  const earning = await db.kpi.count({ where: { useCaseId: useCase.id, valuePerUnit: { not: null } } });
  if (earning === 0) {
    return { currency: frozen?.currency ?? 'EUR', amounts: new Map() };
  }
  const { currency, months } = frozen ?? (await freezeRealised(db, useCase, now));
  return { currency, amounts: new Map(months.map(({ month, amount }) => [month, amount])) };
}
