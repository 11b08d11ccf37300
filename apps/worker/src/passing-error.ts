import { isDomainError } from '@jalon/contracts';
import { LeaseLost } from '@jalon/core/lease';
import { Interrupted } from './lease/hold-lease';

/** Codes of a connection that broke, of PostgreSQL stopping or starting, and of a transaction that is to be tried again. */
const CODES = /^(ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|08|53|57P|40001|40P01|P1|P2024|P2028|P2034)/;
const WORDS =
  /connection (terminated|closed|ended)|connect(ion)? timeout|server closed|can.t reach database|database system is (starting up|shutting down|not yet accepting)/i;
/** PostgreSQL's own code in Prisma's words for a raw query that failed, whose code is P2010 whatever happened. */
const QUOTED = /Code: `(08|53|57P|40001|40P01)/;

/**
 * True for what will pass by itself: the database is away, the process stops, the lease is lost. Everything else is
 * either Jalon's own error, which has a message for the person, or a bug, which has none.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof Interrupted || error instanceof LeaseLost) return true;
  if (!(error instanceof Error) || isDomainError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    CODES.test(code) || WORDS.test(error.message) || QUOTED.test(error.message) || isPassing(error.cause)
  );
}
