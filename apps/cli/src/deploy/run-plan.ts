import type { Plan } from '@jalon/contracts';
import type { DockerEngine, ExecuteResult } from '@jalon/docker';
import type { Progress } from '../view/progress';

/** Carries a plan out and shows it. */
export async function runPlan(
  engine: DockerEngine,
  plan: Plan,
  progress: Progress,
  signal: AbortSignal,
): Promise<ExecuteResult> {
  const view = progress.begin(plan);
  try {
    return await engine.execute(plan, { signal, onStep: (key, update) => view.step(key, update) });
  } finally {
    view.end();
  }
}
