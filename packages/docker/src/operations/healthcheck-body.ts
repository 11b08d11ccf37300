import type { HealthcheckModel } from '@jalon/contracts';
import type Docker from 'dockerode';

const NANOSECONDS = 1_000_000;

/** The engine counts in nanoseconds and takes 0 for “as the image says”. */
export function healthcheckBody(check: HealthcheckModel): Docker.HealthConfig {
  return {
    Test: check.test,
    Interval: (check.intervalMs ?? 0) * NANOSECONDS,
    Timeout: (check.timeoutMs ?? 0) * NANOSECONDS,
    StartPeriod: (check.startPeriodMs ?? 0) * NANOSECONDS,
    Retries: check.retries ?? 0,
  };
}
