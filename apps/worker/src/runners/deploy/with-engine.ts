import { noteDeploymentProblem } from '@jalon/core/deployment-progress';
import { isEngineAway, untilEngineAnswers } from '../../engine/engine-away';
import type { DeployTask } from './task';

export interface WithEngineOptions {
  /** Ends the waiting; its reason is thrown. */
  signal: AbortSignal;
  /** False while a verdict stands on the deployment, which a note must not replace. */
  note: boolean;
}

/**
 * Does work that needs the engine, from its beginning again each time the engine was away in the middle of it. The
 * deployment stays open meanwhile, with a note that says so.
 */
export async function withEngine<T>(
  task: DeployTask,
  { signal, note }: WithEngineOptions,
  work: () => Promise<T>,
): Promise<T> {
  const { context } = task.tools;
  const write = async (message: string | null): Promise<void> => {
    const problem = message === null ? null : { code: 'ENGINE_UNREACHABLE' as const, message, log: null };
    if (note) await noteDeploymentProblem(context, task.lease, task.deployment, problem);
  };
  // A worker that died while it waited has left its note.
  let noted = task.deployment.errorCode === 'ENGINE_UNREACHABLE';
  for (;;) {
    try {
      if (noted) await task.engine.ping({ signal });
      if (noted) await write(null);
      noted = false;
      return await work();
    } catch (error) {
      if (!isEngineAway(error)) throw error;
      if (!noted) await write((error as Error).message);
      noted = true;
      await untilEngineAnswers(task.engine, signal);
    }
  }
}
