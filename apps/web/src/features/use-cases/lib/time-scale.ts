const DAY = 86_400_000;

/** A span of days drawn on a line of length 1. */
export interface TimeScale {
  from: number;
  to: number;
  /** The first days of quarters or years in it. */
  ticks: { at: number; year: number; quarter: number | null }[];
}

const dayOf = (date: string | Date): number => Math.floor(new Date(date).getTime() / DAY) * DAY;

/** The first day of the quarter of a day, or of one so many quarters later. UTC, as all days of plans are. */
function quarterStart(day: number, later = 0): number {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + later) * 3, 1);
}

/** A scale over whole quarters from one day (YYYY-MM-DD) to another; ticks by quarter up to three years, then by year. */
export function timeScale(from: string, to: string): TimeScale {
  const start = quarterStart(dayOf(from));
  const end = quarterStart(dayOf(to), 1);
  const byQuarter = end - start < 3.1 * 365 * DAY;
  const ticks: TimeScale['ticks'] = [];
  for (let at = start; at < end; at = quarterStart(at, 1)) {
    const date = new Date(at);
    const quarter = date.getUTCMonth() / 3 + 1;
    if (byQuarter || quarter === 1)
      ticks.push({ at, year: date.getUTCFullYear(), quarter: byQuarter ? quarter : null });
  }
  return { from: start, to: end, ticks };
}

/** Where a moment lies on the scale, 0 to 1; what is outside lies at its end. */
export function placeOf(scale: TimeScale, moment: number | string | Date): number {
  const at = typeof moment === 'number' ? moment : new Date(moment).getTime();
  return Math.min(1, Math.max(0, (at - scale.from) / (scale.to - scale.from)));
}

/** The day that lies so many months after a day (YYYY-MM-DD). */
export function monthsAfter(day: string, months: number): number {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate());
}
