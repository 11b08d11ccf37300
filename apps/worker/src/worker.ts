import type { Change } from '@jalon/contracts';
import { listenForChanges } from '@jalon/db';
import { createCollectRunner } from './runners/collect/collect-runner';
import { createDeployRunner } from './runners/deploy/deploy-runner';
import { createJobRunner } from './runners/jobs/job-runner';
import { createObserveRunner } from './runners/observe/observe-runner';
import type { WorkerTools } from './tools';

export interface Worker {
  /** Takes nothing new, puts down what is under way, gives the leases back. */
  close(): Promise<void>;
}

/**
 * Starts the runners. An announcement wakes the one it concerns at once; a timer has all of them look at everything
 * again, so that a missed announcement costs a few seconds and nothing else.
 */
export function startWorker(tools: WorkerTools, databaseUrl: string): Worker {
  const { logger } = tools.context;
  const deploys = createDeployRunner(tools);
  const jobs = createJobRunner(tools);
  const observer = createObserveRunner(tools);
  const collector = createCollectRunner(tools);

  const sweepAll = (): void => {
    for (const runner of [deploys, jobs, observer, collector]) {
      runner
        .sweep()
        .catch((error: unknown) => logger.warn({ err: error }, 'sweep failed; the next one tries again'));
    }
  };
  const onChange = ({ topic, id, environmentId }: Change): void => {
    if (topic === 'deployment' && environmentId) deploys.wake(environmentId);
    if (topic === 'run') jobs.wake(id);
    if (topic === 'environment') observer.wake(id);
    if (topic === 'host') sweepAll();
  };
  const changes = listenForChanges({
    databaseUrl,
    onChange,
    onState: (state, error) => {
      logger.info({ state, err: error }, 'change notifications');
      if (state === 'up') sweepAll();
    },
  });
  const timer = setInterval(sweepAll, tools.timing.sweepMs);
  return {
    close: async () => {
      clearInterval(timer);
      await changes.close();
      await Promise.all([deploys.close(), jobs.close(), observer.close(), collector.close()]);
    },
  };
}
