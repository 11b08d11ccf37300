import type { RevisionSummary } from '@jalon/contracts';
import type { Db, Prisma } from '@jalon/db';
import { personNames } from '../environment/person-names';

/** Columns of a revision in a list. */
export const REVISION_SUMMARY = {
  id: true,
  number: true,
  environmentId: true,
  environmentSlug: true,
  note: true,
  authorId: true,
  createdAt: true,
  promotedFrom: { select: { number: true, environmentSlug: true } },
  currentIn: { select: { slug: true }, orderBy: [{ kind: 'asc' }, { slug: 'asc' }] },
  deployments: {
    where: { action: 'DEPLOY', status: 'SUCCEEDED' },
    select: { environmentId: true },
    distinct: ['environmentId'],
  },
} as const satisfies Prisma.StackRevisionSelect;

export type RevisionSummaryRow = Prisma.StackRevisionGetPayload<{ select: typeof REVISION_SUMMARY }>;

/** True when the revision was applied to this environment with success, so that its images are recorded. */
export function ranIn(
  row: Pick<RevisionSummaryRow, 'environmentId' | 'deployments'>,
  environmentId: string | null,
): boolean {
  // Its secrets are sealed for the environment that it was made for.
  const isOwn = row.environmentId === null || row.environmentId === environmentId;
  return isOwn && row.deployments.some((deployment) => deployment.environmentId === environmentId);
}

/** A row as the contract says it; `names` holds its author. */
export function toRevisionSummary(row: RevisionSummaryRow, names: Map<string, string>): RevisionSummary {
  const { id, number, note, createdAt, promotedFrom } = row;
  return {
    id,
    number,
    environment: row.environmentSlug,
    note,
    author: row.authorId ? (names.get(row.authorId) ?? null) : null,
    createdAt,
    promotedFrom: promotedFrom && {
      number: promotedFrom.number,
      environment: promotedFrom.environmentSlug,
    },
    currentIn: row.currentIn.map(({ slug }) => slug),
    ran: ranIn(row, row.environmentId),
  };
}

/** Revisions that match, newest first, with the names of their authors. */
export async function findRevisions(
  db: Db,
  where: Prisma.StackRevisionWhereInput,
  limit: number,
): Promise<RevisionSummary[]> {
  const rows = await db.stackRevision.findMany({
    where,
    orderBy: { number: 'desc' },
    take: limit,
    select: REVISION_SUMMARY,
  });
  const names = await personNames(
    db,
    rows.map((row) => row.authorId),
  );
  return rows.map((row) => toRevisionSummary(row, names));
}
