import type { KpiSource } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { exact } from '@jalon/value';

export interface GivenSample {
  at: Date;
  value: string;
}

export interface ComparedSamples {
  /** Not there yet; each moment once. */
  fresh: GivenSample[];
  /** There already, or given twice, with the same value. */
  known: number;
  /** Another value for a moment that has one, by place in what was given; `twice` when both were given. */
  clashes: { index: number; value: string; twice: boolean }[];
}

/** Holds what is given against what a KPI has from that source already. Lock the KPI before, to write afterwards. */
export async function compareSamples(
  db: Db,
  kpiId: string,
  source: KpiSource,
  given: readonly GivenSample[],
): Promise<ComparedSamples> {
  const rows = await db.kpiSample.findMany({
    where: { kpiId, source, at: { in: given.map(({ at }) => at) } },
    select: { at: true, value: true },
  });
  const there = new Map(
    rows.map(({ at, value }) => [at.getTime(), { value: value.toString(), twice: false }]),
  );
  const result: ComparedSamples = { fresh: [], known: 0, clashes: [] };
  given.forEach((sample, index) => {
    const before = there.get(sample.at.getTime());
    if (!before) {
      result.fresh.push(sample);
      there.set(sample.at.getTime(), { value: sample.value, twice: true });
    } else if (exact(before.value).eq(sample.value)) result.known += 1;
    else result.clashes.push({ index, ...before });
  });
  return result;
}

/** Makes other writers of this KPI's samples wait until the transaction ends. */
export async function lockKpi(tx: Db, kpiId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Kpi" WHERE id = ${kpiId}::uuid FOR UPDATE`;
}
