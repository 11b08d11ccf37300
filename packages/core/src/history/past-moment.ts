import { DomainError } from '@jalon/contracts';

const DAY_LENGTH = 10;

/**
 * The moment that a day (its end, in UTC) or a time means, now at the latest. VALIDATION on `path` for a day or a time
 * to come.
 */
export function pastMoment(asOf: string, now: Date, path: string): Date {
  const isDay = asOf.length === DAY_LENGTH;
  const begin = new Date(isDay ? `${asOf}T00:00:00Z` : asOf);
  if (begin > now) {
    const message = 'This is still to come. Choose a day that has passed, or today.';
    throw new DomainError('VALIDATION', message, [{ path, message }]);
  }
  const end = isDay ? new Date(`${asOf}T23:59:59.999Z`) : begin;
  return end < now ? end : now;
}
