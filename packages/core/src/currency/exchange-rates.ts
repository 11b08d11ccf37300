import type { AddExchangeRateInput, ExchangeRateView, Principal } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { namesOf } from '../gate/rounds';

/** Every rate there ever was, by currency and newest day first. The caller holds `setting:write`. */
export async function listExchangeRates({ db }: CoreContext): Promise<ExchangeRateView[]> {
  const rows = await db.exchangeRate.findMany({
    orderBy: [{ currency: 'asc' }, { day: 'desc' }, { id: 'desc' }],
    select: { id: true, currency: true, day: true, rate: true, authorId: true, recordedAt: true },
  });
  const nameOf = await namesOf(
    db,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map(({ id, currency, day, rate, authorId, recordedAt }, index) => {
    const before = rows[index - 1];
    return {
      id: String(id),
      currency,
      day: day.toISOString().slice(0, 10),
      rate: rate.toString(),
      author: nameOf(authorId),
      recordedAt,
      replaced: before?.currency === currency && before.day.getTime() === day.getTime(),
    };
  });
}

/**
 * Enters a rate from a day on. One for a day that has one corrects it: what was made by the old one keeps it. Validated
 * by contracts; the caller holds `setting:write`.
 */
export async function addExchangeRate(
  context: CoreContext,
  principal: Principal,
  { currency, day, rate }: AddExchangeRateInput,
): Promise<ExchangeRateView[]> {
  return inTransaction(context.db, async (tx) => {
    await tx.exchangeRate.create({
      data: { currency, day: new Date(`${day}T00:00:00Z`), rate, authorId: principal.userId },
      select: { id: true },
    });
    await recordAudit(tx, principal, {
      action: 'setting.rate-added',
      subjectType: 'setting',
      subjectId: 'exchange-rates',
      data: { currency, day, rate },
    });
    await notifyChange(tx, { topic: 'use-case', id: 'exchange-rates' });
    return listExchangeRates({ ...context, db: tx });
  });
}
