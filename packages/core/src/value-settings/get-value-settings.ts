import type { ValueSettingsView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { CoreContext } from '../context';
import { loadDiscountRate, loadStages, stageView } from '../reference';

interface Seen {
  stageId: string;
  entered: number;
  reached: number;
}

/** How many use cases have ever been in a stage, and how many of those in production: from the recorded stays. */
async function seenHere(db: Db): Promise<Map<string, Seen>> {
  const rows = await db.$queryRaw<Seen[]>`
    SELECT y."stageId", count(DISTINCT y."useCaseId")::int AS entered,
      count(DISTINCT y."useCaseId") FILTER (WHERE EXISTS (
        SELECT FROM "StageStay" z JOIN "Stage" s ON s.id = z."stageId"
        WHERE z."useCaseId" = y."useCaseId" AND s.key = 'production'))::int AS reached
    FROM "StageStay" y GROUP BY y."stageId"`;
  return new Map(rows.map((row) => [row.stageId, row]));
}

/**
 * What figures of value are worked out with, and beside each probability how often it came true in this installation. The
 * caller holds `setting:write`.
 */
export async function getValueSettings({ db }: CoreContext): Promise<ValueSettingsView> {
  const [discountRate, stages, seen] = await Promise.all([
    loadDiscountRate(db),
    loadStages(db),
    seenHere(db),
  ]);
  return {
    discountRate,
    stages: stages.map((stage) => ({
      stage: stageView(stage),
      entered: seen.get(stage.id)?.entered ?? 0,
      reached: seen.get(stage.id)?.reached ?? 0,
    })),
  };
}
