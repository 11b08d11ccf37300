import type { GateItem, GateReviewView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type StageRow, stageOf, stageView } from '../reference';
import { namesOf } from './rounds';

/** Decisions, newest first: of one use case, or the one of an id. */
export async function findReviews(
  db: Db,
  where: { useCaseId: string } | { id: string },
  stages: readonly StageRow[],
): Promise<GateReviewView[]> {
  const rows = await db.gateReview.findMany({ where, orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }] });
  const nameOf = await namesOf(
    db,
    rows.map((row) => row.decidedById),
  );
  return rows.map((row) => ({
    id: row.id,
    from: stageView(stageOf(stages, row.fromStageId)),
    to: stageView(stageOf(stages, row.toStageId)),
    decision: row.decision,
    rationale: row.rationale,
    checklist: row.checklist as unknown as GateItem[],
    snapshot: row.snapshot as Record<string, unknown>,
    decidedBy: nameOf(row.decidedById),
    decidedAt: row.decidedAt,
  }));
}
