import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from './passing-error';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Does the work again, with growing pauses, for as long as what keeps it from its end will pass by itself.
 *
 * @param onRetry is told why, and after how many milliseconds it is tried again
 * @throws anything that will not pass
 */
export async function untilItPasses<T>(
  work: () => Promise<T>,
  onRetry: (error: unknown, pauseMs: number) => void,
): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onRetry(error, pauseMs);
      await sleep(pauseMs);
    }
  }
}
