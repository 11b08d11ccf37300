import { DomainError, type Principal, type UseCaseStatus, useCaseReference } from '@jalon/contracts';
import type { Db } from '@jalon/db';
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
  const found = await db.useCase.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      title: true,
      ownerId: true,
      contributorIds: true,
      owner: { select: { name: true } },
      stageId: true,
      stageSince: true,
      status: true,
      version: true,
      project: { select: { members: { select: { userId: true } } } },
    },
  });
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such use case, or you may not see it.');
  const { owner, project, ...rest } = found;
  const row: UseCaseRow = {
    ...rest,
    ownerName: owner.name,
    memberIds: project?.members.map((member) => member.userId) ?? [],
  };
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
