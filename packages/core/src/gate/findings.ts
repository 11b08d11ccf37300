import type { FindingView, Principal } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { namesOf } from './rounds';

/** Findings of a use case, the open ones first, then by their day. */
export async function findFindings(
  db: Db,
  useCaseId: string,
  principal: Principal,
  now: Date,
): Promise<FindingView[]> {
  const rows = await db.finding.findMany({
    where: { useCaseId },
    orderBy: [{ closedAt: { sort: 'asc', nulls: 'first' } }, { dueDate: 'asc' }, { id: 'asc' }],
  });
  const nameOf = await namesOf(
    db,
    rows.flatMap((row) => [row.ownerId, row.raisedById, ...(row.closedById ? [row.closedById] : [])]),
  );
  const today = now.toISOString().slice(0, 10);
  return rows.map((row) => {
    const dueDate = row.dueDate.toISOString().slice(0, 10);
    return {
      id: row.id,
      roundId: row.roundId,
      title: row.title,
      severity: row.severity,
      owner: nameOf(row.ownerId),
      dueDate,
      overdue: !row.closedAt && dueDate < today,
      raisedBy: nameOf(row.raisedById),
      closed:
        row.closedAt && row.closedById
          ? { by: nameOf(row.closedById), at: row.closedAt, note: row.closingNote }
          : null,
      mayClose: !row.closedAt && mayClose(row, principal),
    };
  });
}

/** Whoever must do it, whoever asked for it, and an admin. */
export function mayClose(
  finding: { ownerId: string; raisedById: string },
  { userId, role }: Principal,
): boolean {
  return role === 'ADMIN' || finding.ownerId === userId || finding.raisedById === userId;
}
