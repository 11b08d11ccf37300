import { setTimeout as sleep } from 'node:timers/promises';
import { isDomainError } from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 3_000;

/** True when the engine gave no answer: nothing is known then, and nothing is to be concluded. */
export function isEngineAway(error: unknown): boolean {
  return isDomainError(error) && error.code === 'ENGINE_UNREACHABLE';
}

/** Resolves when the engine answers again; throws the signal's reason when it aborts before. */
export async function untilEngineAnswers(engine: DockerEngine, signal: AbortSignal): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    await pause(pauseMs, signal);
    try {
      await engine.ping({ signal });
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!isEngineAway(error)) throw error;
    }
  }
}

/** Sleeps; throws the signal's own reason, not a general abort, when it aborts. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
