import type { FrozenRealised } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type Period, realisedOver, sumMoney } from '@jalon/value';
import { findProductionStays, staysWithin } from '../history';

/** The calendar months (UTC) from one moment to another; the first and the last may be parts of one. */
function monthsBetween(from: Date, to: Date): Period[] {
  const periods: Period[] = [];
  for (let begin = from; begin < to; ) {
    const next = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 1));
    const end = next < to ? next : to;
    periods.push({ from: begin, to: end });
    begin = end;
  }
  return periods;
}

/**
 * What a use case has realised until now in the times that it was in production, month by month: by the formula of
 * `realisedValue` over all its KPIs that are worth money. Gaps count as nothing.
 */
export async function freezeRealised(tx: Db, useCase: { id: string }, now: Date): Promise<FrozenRealised> {
  const kpis = await tx.kpi.findMany({
    where: { useCaseId: useCase.id, valuePerUnit: { not: null } },
    select: {
      direction: true,
      baseline: true,
      valuePerUnit: true,
      attribution: true,
      currency: true,
      samples: { where: { at: { lte: now } }, orderBy: { at: 'asc' }, select: { at: true, value: true } },
    },
  });
  const stays = (await findProductionStays(tx, null, useCase.id)).get(useCase.id) ?? [];
  const begin = stays[0]?.from ?? now;
  const touched = monthsBetween(begin, now).filter((period) => staysWithin(stays, period).length > 0);
  const months = touched.map((period) => ({
    month: period.from.toISOString().slice(0, 7),
    amount: sumMoney(
      kpis.map((kpi) => {
        const terms = {
          direction: kpi.direction,
          baseline: kpi.baseline.toString(),
          valuePerUnit: kpi.valuePerUnit?.toFixed(2) ?? '0',
          attribution: kpi.attribution.toString(),
        };
        const samples = kpi.samples.map(({ at, value }) => ({ at, value: value.toString() }));
        return realisedOver(samples, terms, staysWithin(stays, period)).amount;
      }),
    ),
  }));
  return {
    at: now.toISOString(),
    currency: kpis[0]?.currency ?? 'EUR',
    total: sumMoney(months.map((month) => month.amount)),
    months,
  };
}
