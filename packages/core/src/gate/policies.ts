import { DomainError, type PolicyContent, type StageKey } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { StageRow } from '../reference';

/** A published version of a gate policy, ready to be judged by. */
export interface Policy extends PolicyContent {
  versionId: string;
  number: number;
  from: StageRow;
  to: StageRow;
}

const VERSION = {
  id: true,
  number: true,
  enforcement: true,
  selfApproval: true,
  approvals: true,
  items: true,
  everyMonths: true,
  policy: { select: { fromStageId: true, toStageId: true } },
} as const;

type Row = Awaited<ReturnType<typeof findRows>>[number];

function findRows(db: Db, where: { state: 'PUBLISHED'; id?: { in: string[] } }) {
  return db.gatePolicyVersion.findMany({ where, orderBy: { number: 'asc' }, select: VERSION });
}

function toPolicy({ id, policy, approvals, items, ...rest }: Row, stages: readonly StageRow[]): Policy {
  const stage = (stageId: string): StageRow => {
    const found = stages.find((known) => known.id === stageId);
    if (!found) throw new DomainError('INTERNAL', 'A gate policy names a stage that is gone.');
    return found;
  };
  return {
    versionId: id,
    ...rest,
    // Validated when the draft was saved; what is published cannot be changed.
    approvals: approvals as unknown as PolicyContent['approvals'],
    items: items as unknown as PolicyContent['items'],
    from: stage(policy.fromStageId),
    to: stage(policy.toStageId),
  };
}

/** The policy in force of every gate, by the stage that it closes. */
export async function loadPolicies(db: Db, stages: readonly StageRow[]): Promise<Map<StageKey, Policy>> {
  const rows = await findRows(db, { state: 'PUBLISHED' });
  // In the order of their numbers: the last one of a stage is the one in force.
  return new Map(rows.map((row) => toPolicy(row, stages)).map((policy) => [policy.from.key, policy]));
}

/** The versions of these ids, which rounds have kept. */
export async function loadPolicyVersions(
  db: Db,
  ids: readonly string[],
  stages: readonly StageRow[],
): Promise<Map<string, Policy>> {
  if (ids.length === 0) return new Map();
  const rows = await findRows(db, { state: 'PUBLISHED', id: { in: [...ids] } });
  return new Map(rows.map((row) => [row.id, toPolicy(row, stages)]));
}
