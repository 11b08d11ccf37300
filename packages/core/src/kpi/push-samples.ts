import {
  DomainError,
  type Principal,
  type PushedSample,
  type PushResult,
  useCaseReference,
} from '@jalon/contracts';
import { type Db, inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { hashLinkToken } from '../people/link-token';
import { requireKpi } from './require-kpi';
import { compareSamples, lockKpi } from './sample-clashes';

const DAY = 86_400_000;

/** A token that works, and whom it acts as. */
export interface KpiSender {
  tokenId: string;
  tokenName: string;
  useCaseId: string;
  useCaseNumber: number;
  kpiId: string | null;
  principal: Principal;
}

/**
 * Who a token acts as. UNAUTHENTICATED for one that is unknown, expired or revoked, or whose maker was locked out, saying
 * which where it is known.
 */
export async function findKpiSender(context: CoreContext, token: string): Promise<KpiSender> {
  const row = await context.db.kpiToken.findUnique({
    where: { tokenHash: hashLinkToken(token) },
    select: {
      id: true,
      name: true,
      useCaseId: true,
      kpiId: true,
      createdById: true,
      expiresAt: true,
      revokedAt: true,
      useCase: { select: { number: true } },
    },
  });
  const refuse = (why: string) => new DomainError('UNAUTHENTICATED', `${why} Make another on the KPIs tab.`);
  if (!row) throw refuse('This token is not known.');
  if (row.revokedAt) throw refuse('This token was revoked.');
  if (row.expiresAt <= context.clock.now())
    throw refuse(`This token expired on ${row.expiresAt.toISOString()}.`);
  const maker = await context.db.user.findFirst({
    where: { id: row.createdById, disabledAt: null },
    select: { id: true, name: true, role: true },
  });
  if (!maker) throw refuse('Whoever made this token may no longer sign in.');
  return {
    tokenId: row.id,
    tokenName: row.name,
    useCaseId: row.useCaseId,
    useCaseNumber: row.useCase.number,
    kpiId: row.kpiId,
    principal: { userId: maker.id, name: maker.name, role: maker.role },
  };
}

/** The KPI that is pushed to, by key or id, where the token reaches it. FORBIDDEN beyond that; NOT_FOUND within. */
async function findTarget(tx: Db, sender: KpiSender, ref: string): Promise<{ id: string; key: string }> {
  const kpis = await tx.kpi.findMany({
    where: { useCaseId: sender.useCaseId },
    orderBy: { key: 'asc' },
    select: { id: true, key: true },
  });
  const found = kpis.find(({ id, key }) => key === ref || id === ref.toLowerCase());
  const reference = useCaseReference(sender.useCaseNumber);
  if (sender.kpiId) {
    const own = kpis.find(({ id }) => id === sender.kpiId);
    if (own && own.id === found?.id) return own;
    throw new DomainError('FORBIDDEN', `This token pushes to the KPI ${own?.key} of ${reference} alone.`);
  }
  if (found) return found;
  const elsewhere = /^[0-9a-f-]{36}$/i.test(ref);
  if (elsewhere) throw new DomainError('FORBIDDEN', `This token pushes to the KPIs of ${reference} alone.`);
  const keys = kpis.map(({ key }) => key).join(', ') || 'none';
  throw new DomainError('NOT_FOUND', `${reference} has no KPI ${ref}. Its keys: ${keys}.`);
}

/**
 * Stores what a machine measured, all or none. Sent again, it is known and changes nothing: a sample is told by KPI,
 * moment and source. Validated by contracts; `findKpiSender` has authenticated. FORBIDDEN for a KPI that the token does
 * not reach, or when its maker has lost the right; NOT_FOUND; CONFLICT for another value at a moment that has one, and
 * for a closed use case; VALIDATION for a moment to come, or given twice. Each names the field.
 */
export async function pushSamples(
  context: CoreContext,
  sender: KpiSender,
  ref: string,
  samples: readonly PushedSample[],
): Promise<PushResult> {
  const now = context.clock.now();
  samples.forEach(({ at }, index) => {
    if (at.getTime() <= now.getTime() + DAY) return;
    const message = 'A measurement cannot lie in the future.';
    throw new DomainError('VALIDATION', message, [{ path: `samples.${index}.at`, message }]);
  });
  return inTransaction(context.db, async (tx) => {
    const target = await findTarget(tx, sender, ref);
    const kpi = await requireKpi(tx, sender.principal, target.id);
    await lockKpi(tx, kpi.id);
    const { fresh, known, clashes } = await compareSamples(tx, kpi.id, 'API', samples);
    const [clash] = clashes;
    if (clash) {
      const message = clash.twice
        ? `This moment is given twice, the other time with ${clash.value}.`
        : `There is a value for this moment already: ${clash.value}. Correct it in the page.`;
      throw new DomainError(clash.twice ? 'VALIDATION' : 'CONFLICT', message, [
        { path: `samples.${clash.index}.${clash.twice ? 'at' : 'value'}`, message },
      ]);
    }
    await tx.kpiToken.update({
      where: { id: sender.tokenId },
      data: { lastUsedAt: now },
      select: { id: true },
    });
    if (fresh.length > 0) {
      const createdById = sender.principal.userId;
      await tx.kpiSample.createMany({
        data: fresh.map((sample) => ({ ...sample, kpiId: kpi.id, source: 'API' as const, createdById })),
      });
      const moments = fresh.map(({ at }) => at.toISOString()).sort();
      await recordAudit(tx, sender.principal, {
        action: 'kpi.pushed',
        subjectType: 'use-case',
        subjectId: kpi.useCase.id,
        data: {
          kpiId: kpi.id,
          name: kpi.name,
          stored: fresh.length,
          known,
          from: moments[0],
          to: moments.at(-1),
          tokenId: sender.tokenId,
          token: sender.tokenName,
        },
      });
      await notifyChange(tx, { topic: 'kpi', id: kpi.id, useCaseId: kpi.useCase.id });
    }
    return { kpi: kpi.key, stored: fresh.length, known };
  });
}
