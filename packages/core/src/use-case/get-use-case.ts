import {
  allows,
  DomainError,
  type FrozenRealised,
  type Principal,
  type UseCaseDetail,
} from '@jalon/contracts';
import { Prisma } from '@jalon/db';
import type { CoreContext } from '../context';
import { findEstimates } from '../estimate/estimate.repository';
import { loadDiscountRate, loadStages } from '../reference';
import { findContributors } from './contributors';
import { openActions } from './lifecycle';
import { useCaseRights } from './rights';
import { findStatusChange } from './status-change';
import { findUseCases } from './use-case.repository';
import { withKpis } from './with-kpis';

/** One use case, whole, by its number. The caller holds `portfolio:read`; NOT_FOUND. */
export async function getUseCase(
  context: CoreContext,
  principal: Principal,
  input: { number: number },
): Promise<UseCaseDetail> {
  const { db } = context;
  const [[bare], texts] = await Promise.all([
    findUseCases(db, { where: Prisma.sql`u.number = ${input.number}`, orderBy: Prisma.sql`u.number` }),
    db.useCase.findUnique({
      where: { number: input.number },
      select: {
        problemStatement: true,
        expectedOutcome: true,
        sponsor: true,
        createdAt: true,
        frozenRealised: true,
        project: { select: { slug: true, name: true, members: { select: { userId: true } } } },
      },
    }),
  ]);
  if (!bare || !texts) {
    throw new DomainError('NOT_FOUND', `There is no use case UC-${input.number}, or you may not see it.`);
  }
  const [stages, discountRate, items, statusChange, contributors] = await Promise.all([
    loadStages(db),
    loadDiscountRate(db),
    withKpis(db, [bare], context.clock.now()),
    bare.status === 'ACTIVE' ? null : findStatusChange(db, bare.id),
    findContributors(db, bare.contributorIds),
  ]);
  const [estimate] = await findEstimates(db, bare.id, stages, discountRate, 1);
  const { project, frozenRealised, ...rest } = texts;
  const memberIds = project?.members.map((member) => member.userId) ?? [];
  return {
    ...bare,
    kpis: items[0]?.kpis ?? [],
    kpiState: items[0]?.kpiState ?? null,
    ...rest,
    contributors,
    estimate: estimate ?? null,
    project: project ? { slug: project.slug, name: project.name } : null,
    statusChange,
    frozenRealised: frozenRealised as FrozenRealised | null,
    rights: {
      ...useCaseRights(principal, {
        ownerId: bare.owner.id,
        contributorIds: bare.contributorIds,
        status: bare.status,
        memberIds,
      }),
      lifecycle: openActions(principal, {
        ownerId: bare.owner.id,
        status: bare.status,
        stage: bare.stage.key,
      }),
      duplicate: allows(principal.role, 'use-case:write'),
    },
  };
}
