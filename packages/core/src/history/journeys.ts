import type { StageKey, UseCaseStatus } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { Journey } from '@jalon/value';
import { tablesAt } from './tables-at';

type Stays = Journey['stays'];

/**
 * The stays of every use case in its stages, oldest first, by use case. As they were recorded at `moment`, now when
 * null.
 */
export async function findStays(db: Db, moment: Date | null): Promise<Map<string, Stays>> {
  const rows = await db.$queryRaw<{ useCaseId: string; stage: StageKey; from: Date; to: Date | null }[]>`
    SELECT y."useCaseId", s.key AS stage, y.since AS "from",
      lead(y.since) OVER (PARTITION BY y."useCaseId" ORDER BY y.id) AS "to"
    FROM ${tablesAt(moment).stays} y JOIN "Stage" s ON s.id = y."stageId" ORDER BY y.id`;
  const byUseCase = new Map<string, Stays[number][]>();
  for (const { useCaseId, ...stay } of rows) {
    const own = byUseCase.get(useCaseId);
    if (own) own.push(stay);
    else byUseCase.set(useCaseId, [stay]);
  }
  return byUseCase;
}

/** The journey of each of `useCases`, in their order: what the track record is counted from. */
export function journeysOf(
  useCases: readonly { id: string; status: UseCaseStatus }[],
  stays: ReadonlyMap<string, Stays>,
): Journey[] {
  return useCases.map(({ id, status }) => ({ stays: stays.get(id) ?? [], rejected: status === 'REJECTED' }));
}
