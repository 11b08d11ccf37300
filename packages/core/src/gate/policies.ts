import { DomainError, type PolicyContent, type StageKey } from '@jalon/contracts';
import { type Db, isClient, Prisma, readRows } from '@jalon/db';
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

function findRows(db: Db, ids: string[]) {
  return db.gatePolicyVersion.findMany({
    where: { state: 'PUBLISHED', id: { in: ids } },
    select: VERSION,
  });
}

/** What was published, by client of the database and id: it never changes (trigger), so it is read once. */
const kept = new WeakMap<Db, Map<string, Row>>();

function keptOf(db: Db): Map<string, Row> {
  // What a transaction sees may never come to be.
  if (!isClient(db)) return new Map();
  const known = kept.get(db) ?? new Map<string, Row>();
  kept.set(db, known);
  return known;
}

/** Published versions in the order of their ids as given; an id that is none is left out. */
async function findPublished(db: Db, ids: readonly string[]): Promise<Row[]> {
  const known = keptOf(db);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) for (const row of await findRows(db, unknown)) known.set(row.id, row);
  return ids.flatMap((id) => known.get(id) ?? []);
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
  const inForce = await readRows<{ id: string }>(
    db,
    Prisma.sql`
    SELECT id FROM (
      SELECT DISTINCT ON ("policyId") id, number FROM "GatePolicyVersion" WHERE state = 'PUBLISHED'
      ORDER BY "policyId", number DESC) latest
    ORDER BY number, id`,
  );
  const rows = await findPublished(
    db,
    inForce.map(({ id }) => id),
  );
  return new Map(rows.map((row) => toPolicy(row, stages)).map((policy) => [policy.from.key, policy]));
}

/** The versions of these ids, which rounds have kept. */
export async function loadPolicyVersions(
  db: Db,
  ids: readonly string[],
  stages: readonly StageRow[],
): Promise<Map<string, Policy>> {
  const rows = await findPublished(db, ids);
  return new Map(rows.map((row) => [row.id, toPolicy(row, stages)]));
}
