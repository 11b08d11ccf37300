import type { GateItem, GateReviewView } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { type StageRow, stageOf, stageView } from '../reference';

/** Decisions, newest first: of one use case, or the one of an id. */
export async function findReviews(
  db: Db,
  where: { useCaseId: string } | { id: string },
  stages: readonly StageRow[],
): Promise<GateReviewView[]> {
  const rows = await db.gateReview.findMany({ where, orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }] });
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.decidedById))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => ({
    id: row.id,
    from: stageView(stageOf(stages, row.fromStageId)),
    to: stageView(stageOf(stages, row.toStageId)),
    decision: row.decision,
    rationale: row.rationale,
    checklist: row.checklist as unknown as GateItem[],
    snapshot: row.snapshot as Record<string, unknown>,
    decidedBy: nameOf.get(row.decidedById) ?? '',
    decidedAt: row.decidedAt,
  }));
}
