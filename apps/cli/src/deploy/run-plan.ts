import type { Plan } from '@jalon/contracts';
import { CallsUnderWay, type DockerEngine, type ExecuteResult } from '@jalon/docker';
import type { Progress } from '../view/progress';

/** Longer than any call takes but the stop of a container that does not want to. Milliseconds. */
const SETTLE_MS = 10_000;

/** Carries a plan out and shows it. */
export async function runPlan(
  engine: DockerEngine,
  plan: Plan,
  progress: Progress,
  signal: AbortSignal,
): Promise<ExecuteResult> {
  const view = progress.begin(plan);
  const underWay = new CallsUnderWay();
  try {
    return await engine.execute(plan, {
      signal,
      underWay,
      onStep: (key, update) => view.step(key, update),
    });
  } finally {
    // After a cancel: whoever looks at the host next sees what stands.
    await underWay.settled(SETTLE_MS);
    view.end();
  }
}
