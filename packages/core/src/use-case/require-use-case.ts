import { DomainError, type Principal, type UseCaseStatus, useCaseReference } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { isClosed, useCaseRights } from './rights';

/** What a use case is needed for: to read it, or one of the rights on it. */
export type Purpose = 'read' | 'edit' | 'estimate' | 'kpi' | 'decide';

export interface UseCaseRow {
  id: string;
  number: number;
  title: string;
  ownerId: string;
  ownerName: string;
  contributorIds: string[];
  stageId: string;
  stageSince: Date;
  status: UseCaseStatus;
  version: number;
  memberIds: string[];
}

const DENIED: Record<Exclude<Purpose, 'read'>, (row: UseCaseRow) => string> = {
  edit: (row) =>
    `Only ${row.ownerName}, who owns ${useCaseReference(row.number)}, its contributors, or an admin may change it.`,
  estimate: (row) =>
    `Only ${row.ownerName}, who owns ${useCaseReference(row.number)}, or an admin may estimate its value.`,
  kpi: (row) =>
    `Only ${row.ownerName}, contributors, members of the project, or an admin may change the KPIs of ${useCaseReference(row.number)}.`,
  decide: (row) =>
    `Your role may not decide on a gate of ${useCaseReference(row.number)}. Ask an admin for the right.`,
};

/** Its owner and the members of its project with it, in one statement: every page of a use case asks for this. */
async function findRow(db: Db, id: string): Promise<UseCaseRow | null> {
  const [row] = await readRows<UseCaseRow>(
    db,
    Prisma.sql`
    SELECT u.id, u.number, u.title, u."ownerId", o.name AS "ownerName", u."contributorIds", u."stageId", u."stageSince",
      u.status::text AS status, u.version,
      ARRAY(SELECT m."userId" FROM "ProjectMember" m JOIN "Project" p ON p.id = m."projectId"
        WHERE p."useCaseId" = u.id) AS "memberIds"
    FROM "UseCase" u JOIN "User" o ON o.id = u."ownerId" WHERE u.id = ${id}::uuid`,
  );
  return row ?? null;
}

/**
 * The use case of an id, when the person may do what they came for.
 * Throws NOT_FOUND; CONFLICT for a write to a closed one; FORBIDDEN, naming who may.
 */
export async function requireUseCase(
  db: Db,
  principal: Principal,
  id: string,
  purpose: Purpose,
): Promise<UseCaseRow> {
  const row = await findRow(db, id);
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
  if (purpose === 'read') return row;
  if (isClosed(row.status)) {
    const word = row.status === 'REJECTED' ? 'rejected' : 'retired';
    throw new DomainError(
      'CONFLICT',
      `${useCaseReference(row.number)} was ${word}: its record is kept as it was.`,
    );
  }
  if (!useCaseRights(principal, row)[purpose]) throw new DomainError('FORBIDDEN', DENIED[purpose](row));
  return row;
}
