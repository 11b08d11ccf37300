import type { Db } from '@jalon/db';
import type { Policy } from './policies';

/** How long before its day a re-approval may be asked for. */
const NOTICE_DAYS = 30;
const DAY = 86_400_000;

/** The moment `months` months later, in UTC; the last day of a shorter month. */
export function monthsAfter(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to;
}

/** When each of these use cases, all in the policy's stage, must be approved again, by use case id. */
export async function reapprovalDays(
  db: Db,
  policy: Policy,
  useCases: readonly { id: string; stageSince: Date }[],
): Promise<Map<string, Date>> {
  const months = policy.everyMonths;
  if (!months || useCases.length === 0) return new Map();
  const passed = await db.gateReview.groupBy({
    by: ['useCaseId'],
    where: {
      useCaseId: { in: useCases.map(({ id }) => id) },
      fromStageId: policy.from.id,
      toStageId: policy.to.id,
      decision: { in: ['GO', 'CONDITIONAL_GO'] },
    },
    _max: { decidedAt: true },
  });
  const lastOf = new Map(passed.map((row) => [row.useCaseId, row._max.decidedAt]));
  return new Map(
    useCases.map(({ id, stageSince }) => {
      const last = lastOf.get(id);
      return [id, monthsAfter(last && last > stageSince ? last : stageSince, months)];
    }),
  );
}

/** Whether it is time to ask for it. */
export function isDue(day: Date, now: Date): boolean {
  return now.getTime() >= day.getTime() - NOTICE_DAYS * DAY;
}
