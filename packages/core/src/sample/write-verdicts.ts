import type { Db } from '@jalon/db';
import { exact, toMoney } from '@jalon/value';
import { toJson } from '../json';
import { computedMonths } from '../realization/computed-months';
import { firstDayOf, periodOf } from '../realization/months';
import type { SampleVerification } from './sample-use-case';

/** Finance speaks so many days after the end of a month, in office hours. */
const AFTER_DAYS = 12;

interface Finance {
  id: string;
  name: string;
}

/**
 * Writes what finance has said of the finished months of one sample use case: each confirmed as it was computed, but for those that its
 * `verification` names, and nothing yet of the newest ones. Amounts are those of the samples as they are.
 */
export async function writeVerdicts(
  tx: Db,
  useCaseId: string,
  verification: SampleVerification,
  { now, finance }: { now: Date; finance: Finance },
): Promise<void> {
  const { currency, amounts } = await computedMonths(tx, { id: useCaseId }, now);
  const finished = [...amounts].filter(([month]) => periodOf(month).to <= now).reverse();
  const verdicts = finished.flatMap(([month, computed], monthsAgo) => {
    const decidedAt = spokenAt(month);
    if (monthsAgo < (verification.open ?? 0) || decidedAt > now) return [];
    const other = verification.others?.find((entry) => entry.monthsAgo === monthsAgo);
    const share = other ? other.share : '1';
    return {
      month,
      computed,
      decidedAt,
      verdict: share === null ? ('DISPUTED' as const) : ('CONFIRMED' as const),
      confirmed: share === null ? null : toMoney(exact(computed).times(share)),
      note: other?.note ?? '',
    };
  });
  await tx.valueRealization.createMany({
    data: verdicts.map(({ month, ...verdict }) => ({
      ...verdict,
      useCaseId,
      month: firstDayOf(month),
      revision: 1,
      currency,
      decidedById: finance.id,
    })),
  });
  await tx.auditEvent.createMany({
    data: verdicts.toReversed().map(({ verdict, decidedAt, month, computed, confirmed, note }) => ({
      at: decidedAt,
      actorId: finance.id,
      actorName: finance.name,
      action: verdict === 'CONFIRMED' ? 'value.confirmed' : 'value.disputed',
      subjectType: 'use-case',
      subjectId: useCaseId,
      data: toJson({ month, computed, confirmed, currency, note }),
    })),
  });
}

function spokenAt(month: string): Date {
  const at = periodOf(month).to;
  at.setUTCDate(at.getUTCDate() + AFTER_DAYS - 1);
  at.setUTCHours(9, 30);
  return at;
}
