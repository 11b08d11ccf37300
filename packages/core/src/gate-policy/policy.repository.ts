import { DomainError, type PolicyContent, type PolicyVersionView, type StageKey } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { loadStages, type StageRow, stageOf } from '../reference';

export interface PolicyRow {
  id: string;
  from: StageRow;
  to: StageRow;
}

/** The policy of the gate that closes a stage. NOT_FOUND when there is none. */
export async function requirePolicy(db: Db, from: StageKey): Promise<PolicyRow> {
  const stages = await loadStages(db);
  const row = await db.gatePolicy.findFirst({
    where: { from: { key: from } },
    select: { id: true, fromStageId: true, toStageId: true },
  });
  if (!row) throw new DomainError('NOT_FOUND', 'No gate closes this stage.');
  return { id: row.id, from: stageOf(stages, row.fromStageId), to: stageOf(stages, row.toStageId) };
}

/** Its versions, newest first. */
export async function findVersions(db: Db, policyId: string): Promise<PolicyVersionView[]> {
  const rows = await db.gatePolicyVersion.findMany({
    where: { policyId },
    orderBy: { number: 'desc' },
    include: { _count: { select: { rounds: { where: { open: true } } } } },
  });
  const authors = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ authorId }) => authorId ?? []) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    number: row.number,
    published: row.state === 'PUBLISHED',
    revision: row.revision,
    note: row.note,
    author: authors.find(({ id }) => id === row.authorId)?.name ?? '',
    publishedAt: row.publishedAt,
    running: row._count.rounds,
    enforcement: row.enforcement,
    selfApproval: row.selfApproval,
    approvals: row.approvals as unknown as PolicyContent['approvals'],
    items: row.items as unknown as PolicyContent['items'],
    everyMonths: row.everyMonths,
  }));
}
