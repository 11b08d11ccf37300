import {
  compareDecimals,
  DomainError,
  type Principal,
  type RealizationView,
  useCaseReference,
  type VerifyRealizationInput,
} from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { approvalRights } from '../gate/approvals';
import { requireUseCase } from '../use-case/require-use-case';
import { computedMonths } from './computed-months';
import { findDecisions } from './decisions';
import { requireFinance } from './finance-right';
import { getRealization } from './get-realization';
import { firstDayOf, periodOf } from './months';

/**
 * Records what finance says of a finished month: an amount that it stands for, or a dispute with its reason. What was
 * said before stays; what was computed at this moment is kept beside it. Validated by contracts; the caller holds
 * `value:verify`. FORBIDDEN for who does not approve for finance or owns the use case; NOT_FOUND; VALIDATION for a month
 * that is not over, or in which it earned nothing; STALE_VERSION when somebody has spoken meanwhile, or the samples
 * have changed the amount that was looked at.
 */
export async function verifyRealization(
  context: CoreContext,
  principal: Principal,
  input: VerifyRealizationInput,
): Promise<RealizationView> {
  return inTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const useCase = await requireUseCase(tx, principal, input.useCaseId, 'read');
    const lenderId = requireFinance(await approvalRights(tx, principal, now), principal, useCase);
    // Two people of finance come one after the other.
    await tx.$queryRaw`SELECT id FROM "UseCase" WHERE id = ${useCase.id}::uuid FOR UPDATE`;
    const { currency, amounts } = await computedMonths(tx, useCase, now);
    const computed = amounts.get(input.month);
    if (computed === undefined || periodOf(input.month).to > now) {
      const message =
        computed === undefined
          ? `${useCaseReference(useCase.number)} earned nothing in that month: it was not in production, or no KPI of it is worth money.`
          : 'That month is not over yet: it is verified once it is.';
      throw new DomainError('VALIDATION', message, [{ path: 'month', message }]);
    }
    const spoken = (await findDecisions(tx, [useCase.id], now)).get(useCase.id)?.get(input.month) ?? [];
    const revision = spoken[0]?.revision ?? 0;
    if (revision !== input.revision) {
      throw new DomainError('STALE_VERSION', 'Somebody has verified this month meanwhile. Look at it again.');
    }
    if (compareDecimals(computed, input.computed) !== 0) {
      const message = `New measurements have changed the computed amount to ${computed} ${currency}. Look at it again.`;
      throw new DomainError('STALE_VERSION', message);
    }
    const { verdict, confirmed, note, month } = input;
    await tx.valueRealization.create({
      data: {
        useCaseId: useCase.id,
        month: firstDayOf(month),
        revision: revision + 1,
        verdict,
        computed,
        confirmed,
        currency,
        note,
        decidedById: principal.userId,
        onBehalfOf: lenderId,
        decidedAt: now,
      },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: verdict === 'CONFIRMED' ? 'value.confirmed' : 'value.disputed',
      subjectType: 'use-case',
      subjectId: useCase.id,
      data: { month, computed, confirmed, currency, note, ...(lenderId ? { onBehalfOf: lenderId } : {}) },
    });
    await notifyChange(tx, { topic: 'use-case', id: useCase.id, useCaseId: useCase.id });
    return getRealization({ ...context, db: tx }, principal, { useCaseId: useCase.id });
  });
}
