import { type Db, Prisma, readRows } from '@jalon/db';
import type { Period } from '@jalon/value';
import { tablesAt } from './tables-at';

/** A time in production; `to` is null while it goes on. */
export interface Stay {
  from: Date;
  to: Date | null;
}

interface Row extends Stay {
  useCaseId: string;
}

/**
 * The times that use cases have spent in production, oldest first, by use case; one that was never there is absent.
 * As they were recorded at `moment`, now when null. `of` asks for one or several alone.
 */
export async function findProductionStays(
  db: Db,
  moment: Date | null,
  of?: string | readonly string[],
): Promise<Map<string, Stay[]>> {
  const { stays } = tablesAt(moment);
  const own = of ? Prisma.sql`y."useCaseId" = ANY(${[of].flat()}::uuid[])` : Prisma.sql`true`;
  const rows = await readRows<Row>(
    db,
    Prisma.sql`
    WITH production AS (SELECT id FROM "Stage" WHERE key = 'production')
    SELECT "useCaseId", since AS "from", until AS "to" FROM (
      SELECT y."useCaseId", y."stageId", y.since,
        lead(y.since) OVER (PARTITION BY y."useCaseId" ORDER BY y.id) AS until
      FROM ${stays} y WHERE ${own} AND y."useCaseId" IN (
        SELECT z."useCaseId" FROM "StageStay" z JOIN production ON production.id = z."stageId")) stay
    JOIN production ON production.id = stay."stageId" ORDER BY since`,
  );
  const byUseCase = new Map<string, Stay[]>();
  for (const { useCaseId: id, from, to } of rows) {
    byUseCase.set(id, [...(byUseCase.get(id) ?? []), { from, to }]);
  }
  return byUseCase;
}

/** The parts of those times that lie between two moments. */
export function staysWithin(stays: readonly Stay[], { from, to }: Period): Period[] {
  return stays.flatMap((stay) => {
    const begin = stay.from > from ? stay.from : from;
    const end = stay.to && stay.to < to ? stay.to : to;
    return begin < end ? [{ from: begin, to: end }] : [];
  });
}
