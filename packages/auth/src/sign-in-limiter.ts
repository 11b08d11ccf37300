import { DomainError } from '@jalon/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong passwords for one e-mail before it has to wait. */
const FAILURES_PER_EMAIL = 10;
/** Attempts for the whole installation: each costs 64 MiB and 60 ms of hashing. */
const ATTEMPTS_PER_MINUTE = 120;
const WAIT_SECONDS = 600;

export interface SignInLimiter {
  /**
   * Runs one attempt to sign in as `email`. Counts it when it fails, forgets failures when it succeeds.
   * Throws TOO_MANY_ATTEMPTS without running it when there were too many.
   */
  attempt<T>(email: string, run: () => Promise<T>): Promise<T>;
}

/** Limits guessing. Counts by e-mail, not by address: an address in a header can be forged. */
export function createSignInLimiter(limits = { failures: FAILURES_PER_EMAIL }): SignInLimiter {
  const failures = new RateLimiterMemory({ points: limits.failures, duration: WAIT_SECONDS });
  const attempts = new RateLimiterMemory({ points: ATTEMPTS_PER_MINUTE, duration: 60 });
  return {
    async attempt(email, run) {
      const key = email.trim().toLowerCase();
      // Counted before the password is looked at, so that parallel guesses cannot slip through.
      await attempts.consume('all').catch(refuse);
      await failures.consume(key).catch(refuse);
      const result = await run();
      await failures.delete(key);
      return result;
    },
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const minutes = Math.max(1, Math.ceil(reason.msBeforeNext / 60_000));
  throw new DomainError(
    'TOO_MANY_ATTEMPTS',
    `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  );
}
