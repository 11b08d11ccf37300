import { VERIFY_WITHIN_DAYS } from '@jalon/contracts';
import type { Period } from '@jalon/value';

/** The calendar month (UTC) of a moment, 2026-05. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** First day of a month, midnight UTC. */
export const firstDayOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

/** A whole month, from its first instant to that of the next one. */
export function periodOf(month: string): Period {
  const from = firstDayOf(month);
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)) };
}

/** Every month from the one of `since` to the one of `until`, oldest first; none when `until` is not later. */
export function monthsFrom(since: Date, until: Date): string[] {
  const months: string[] = [];
  for (let at = since; at < until; at = periodOf(monthOf(at)).to) months.push(monthOf(at));
  return months;
}

/** The last day (UTC) on which finance is in time with a month. */
export function verifyByOf(month: string): string {
  const end = periodOf(month).to;
  end.setUTCDate(end.getUTCDate() + VERIFY_WITHIN_DAYS - 1);
  return end.toISOString().slice(0, 10);
}

/** Where a month stands that finance has not spoken on. */
export function clockOf(month: string, now: Date): { finished: boolean; verifyBy: string; late: boolean } {
  const verifyBy = verifyByOf(month);
  const day = now.toISOString().slice(0, 10);
  return { finished: periodOf(month).to <= now, verifyBy, late: day > verifyBy };
}
