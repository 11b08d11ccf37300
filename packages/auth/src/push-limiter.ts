import { DomainError } from '@jalon/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface PushLimiter {
  /** Counts one request of a token. Throws TOO_MANY_ATTEMPTS, with the seconds to wait in its first detail. */
  count(tokenId: string): Promise<void>;
}

/** Bounds how often one token may push in a minute; counts in this process alone. */
export function createPushLimiter(perMinute: number): PushLimiter {
  const requests = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async count(tokenId) {
      await requests.consume(tokenId).catch((reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        const seconds = String(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
        throw new DomainError(
          'TOO_MANY_ATTEMPTS',
          `At most ${perMinute} requests a minute for one token: try again in ${seconds} s, or send many samples in one.`,
          [{ path: 'retryAfter', message: seconds }],
        );
      });
    },
  };
}
