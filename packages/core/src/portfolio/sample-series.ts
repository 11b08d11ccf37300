import { type Db, Prisma, readRows } from '@jalon/db';
import type { Sample } from '@jalon/value';

/**
 * The samples of a KPI, oldest first, as two texts of words: hundreds of thousands of them are kept for the portfolio,
 * and as objects they would be most of what the collector of garbage has to go through.
 */
export interface SampleSeries {
  /** Milliseconds since 1970. */
  moments: string;
  values: string;
}

export const NO_SAMPLES: SampleSeries = Object.freeze({ moments: '', values: '' });

/** When samples were measured: `from` and `until` are in. */
interface Span {
  from?: Date;
  until?: Date;
}

/**
 * Samples by KPI, out of `samples`, which is the table or what it was at some moment; a KPI without any is absent. A row
 * a KPI: a row a sample would cost more than all that is computed of them.
 */
export async function findSampleSeries(
  db: Db,
  kpiIds: readonly string[],
  { from, until }: Span,
  samples: Prisma.Sql,
): Promise<Map<string, SampleSeries>> {
  if (kpiIds.length === 0) return new Map();
  const after = from ? Prisma.sql`AND x.at >= ${from}::timestamptz` : Prisma.empty;
  const before = until ? Prisma.sql`AND x.at <= ${until}::timestamptz` : Prisma.empty;
  const rows = await readRows<SampleSeries & { kpiId: string }>(
    db,
    Prisma.sql`
    SELECT x."kpiId", string_agg((extract(epoch FROM x.at) * 1000)::bigint::text, ' ' ORDER BY x.at, x.source) AS moments,
      string_agg(x.value::text, ' ' ORDER BY x.at, x.source) AS values
    FROM ${samples} x
    WHERE x."kpiId" = ANY(${kpiIds}::uuid[]) ${after} ${before} GROUP BY x."kpiId"`,
  );
  return new Map(rows.map(({ kpiId, ...series }) => [kpiId, series]));
}

/** The samples of a series, oldest first. */
export function samplesOf({ moments, values }: SampleSeries): Sample[] {
  if (moments === '') return [];
  const texts = values.split(' ');
  return moments.split(' ').map((at, index) => ({ at: new Date(Number(at)), value: texts[index] ?? '0' }));
}
