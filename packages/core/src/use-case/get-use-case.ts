import {
  allows,
  DomainError,
  type FrozenRealised,
  type Principal,
  type UseCaseDetail,
  type UseCaseListItem,
} from '@jalon/contracts';
import { type Db, isClient, Prisma, readRows } from '@jalon/db';
import type { CoreContext } from '../context';
import { findEstimates } from '../estimate/estimate.repository';
import { bookOf } from '../portfolio/book/portfolio-book';
import { loadYardsticks, type Yardsticks } from '../reference';
import { findContributors } from './contributors';
import { openActions } from './lifecycle';
import { useCaseRights } from './rights';
import { findStatusChange } from './status-change';
import { findUseCases } from './use-case.repository';
import { withKpis } from './with-kpis';

interface Listed {
  item: UseCaseListItem | null;
  yardsticks: Yardsticks;
}

/** As lists show it, from the book; within a transaction, which sees what nobody else does, from the tables. */
async function findListed(db: Db, number: number, now: Date): Promise<Listed> {
  if (!isClient(db)) {
    const where = Prisma.sql`u.number = ${number}`;
    const found = await findUseCases(db, { where, orderBy: Prisma.sql`u.number` });
    const [item] = await withKpis(db, found, now);
    return { item: item ?? null, yardsticks: await loadYardsticks(db) };
  }
  const book = bookOf(db);
  await book.refresh(now);
  return { item: book.byNumber(number)?.useCase ?? null, yardsticks: book.yardsticks };
}

interface Texts {
  problemStatement: string;
  expectedOutcome: string;
  sponsor: string;
  createdAt: Date;
  frozenRealised: FrozenRealised | null;
  project: { slug: string; name: string } | null;
  memberIds: string[];
}

/** What lists do not show, with its project, in one statement. */
async function findTexts(db: Db, number: number): Promise<Texts | null> {
  const [row] = await readRows<Texts>(
    db,
    Prisma.sql`
    SELECT u."problemStatement", u."expectedOutcome", u.sponsor, u."createdAt", u."frozenRealised",
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('slug', p.slug, 'name', p.name) END AS project,
      ARRAY(SELECT m."userId" FROM "ProjectMember" m WHERE m."projectId" = p.id) AS "memberIds"
    FROM "UseCase" u LEFT JOIN "Project" p ON p."useCaseId" = u.id WHERE u.number = ${number}`,
  );
  return row ?? null;
}

/** One use case, whole, by its number. The caller holds `portfolio:read`; NOT_FOUND. */
export async function getUseCase(
  context: CoreContext,
  principal: Principal,
  input: { number: number },
): Promise<UseCaseDetail> {
  const { db, clock } = context;
  const [{ item, yardsticks }, texts] = await Promise.all([
    findListed(db, input.number, clock.now()),
    findTexts(db, input.number),
  ]);
  if (!item || !texts) {
    throw new DomainError('NOT_FOUND', `There is no use case UC-${input.number}, or you may not see it.`);
  }
  const [[estimate], statusChange, contributors] = await Promise.all([
    findEstimates(db, item.id, yardsticks, 1),
    item.status === 'ACTIVE' ? null : findStatusChange(db, item.id),
    findContributors(db, item.contributorIds),
  ]);
  const { project, memberIds, frozenRealised, ...rest } = texts;
  return {
    ...item,
    ...rest,
    contributors,
    estimate: estimate ?? null,
    project,
    statusChange,
    frozenRealised,
    rights: {
      ...useCaseRights(principal, {
        ownerId: item.owner.id,
        contributorIds: item.contributorIds,
        status: item.status,
        memberIds,
      }),
      lifecycle: openActions(principal, {
        ownerId: item.owner.id,
        status: item.status,
        stage: item.stage.key,
      }),
      duplicate: allows(principal.role, 'use-case:write'),
    },
  };
}
