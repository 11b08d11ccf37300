const DAY = 86_400_000;
const MONTH_DAYS = 30;

/** A moment of the sample's history: so many days before it was loaded, in office hours. */
export function daysBefore(now: Date, days: number): Date {
  const moment = new Date(now.getTime() - days * DAY);
  moment.setUTCHours(9, 30, 0, 0);
  return moment;
}

/** Measurements a month apart, the last one `lastDaysAgo`; null where nothing was measured. */
export function monthlySamples(
  now: Date,
  values: readonly (number | null)[],
  lastDaysAgo: number,
): { daysAgo: number; at: Date; value: string }[] {
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const daysAgo = lastDaysAgo + (values.length - 1 - index) * MONTH_DAYS;
    return [{ daysAgo, at: daysBefore(now, daysAgo), value: String(value) }];
  });
}
