import { type CreateKpiTokenInput, DomainError, type KpiTokenView, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { namesOf } from '../gate/rounds';
import { createLinkToken } from '../people/link-token';
import { requireUseCase } from '../use-case/require-use-case';

const DAY = 86_400_000;
/** Says in a log or a leaked file what it is. */
export const KPI_TOKEN_PREFIX = 'jalon_kpi_';

/** Tokens of a use case, newest first. The caller holds `kpi:write`; NOT_FOUND, FORBIDDEN as for its KPIs. */
export async function listKpiTokens(
  context: CoreContext,
  principal: Principal,
  input: { useCaseId: string },
): Promise<KpiTokenView[]> {
  const { db } = context;
  const useCase = await requireUseCase(db, principal, input.useCaseId, 'kpi');
  const now = context.clock.now();
  const rows = await db.kpiToken.findMany({
    where: { useCaseId: useCase.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      kpi: { select: { key: true, name: true } },
      createdById: true,
      createdAt: true,
      expiresAt: true,
      revokedAt: true,
      lastUsedAt: true,
    },
  });
  const nameOf = await namesOf(
    db,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, revokedAt, ...row }) => ({
    ...row,
    state: revokedAt ? 'REVOKED' : row.expiresAt <= now ? 'EXPIRED' : 'ACTIVE',
    createdBy: nameOf(createdById),
  }));
}

/**
 * Makes a token that pushes samples as the person who made it, and gives it out this once: its SHA-256 is what is kept.
 * Validated by contracts; the caller holds `kpi:write`. NOT_FOUND, also for a KPI of another use case; FORBIDDEN;
 * CONFLICT for a closed use case.
 */
export async function createKpiToken(
  context: CoreContext,
  principal: Principal,
  { useCaseId, kpiId, name, days }: CreateKpiTokenInput,
): Promise<{ id: string; token: string }> {
  const made = createLinkToken(KPI_TOKEN_PREFIX);
  return inTransaction(context.db, async (tx) => {
    const useCase = await requireUseCase(tx, principal, useCaseId, 'kpi');
    if (kpiId && (await tx.kpi.count({ where: { id: kpiId, useCaseId } })) === 0) {
      throw new DomainError('NOT_FOUND', 'There is no such KPI, or you may not see it.');
    }
    const now = context.clock.now();
    const { id } = await tx.kpiToken.create({
      data: {
        useCaseId,
        kpiId,
        name,
        tokenHash: made.tokenHash,
        createdById: principal.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY),
      },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'kpi-token.created',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { tokenId: id, name, kpiId, days },
    });
    return { id, token: made.token };
  });
}

/** Makes a token useless from this moment on. The caller holds `kpi:write`; NOT_FOUND, also when it was revoked already. */
export async function revokeKpiToken(
  context: CoreContext,
  principal: Principal,
  { tokenId }: { tokenId: string },
): Promise<{ id: string }> {
  return inTransaction(context.db, async (tx) => {
    const token = await tx.kpiToken.findFirst({
      where: { id: tokenId, revokedAt: null },
      select: { id: true, name: true, useCaseId: true },
    });
    if (!token) throw new DomainError('NOT_FOUND', 'There is no such token, or it was revoked already.');
    const useCase = await requireUseCase(tx, principal, token.useCaseId, 'kpi');
    await tx.kpiToken.update({
      where: { id: token.id },
      data: { revokedAt: context.clock.now() },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'kpi-token.revoked',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { tokenId: token.id, name: token.name },
    });
    return { id: token.id };
  });
}
