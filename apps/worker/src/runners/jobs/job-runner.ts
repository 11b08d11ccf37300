import {
  claimRun,
  findOpenRun,
  isRunCancelRequested,
  listOpenRuns,
  releaseRunLease,
  renewRunLease,
} from '@jalon/core/run-progress';
import { type HeldLease, holdLease, Interrupted } from '../../lease/hold-lease';
import { isProcessAlive } from '../../lease/worker-identity';
import { createKeyedQueue } from '../../queue/keyed-queue';
import type { WorkerTools } from '../../tools';
import { followJob } from './follow-job';

export interface JobRunner {
  /** Looks at this run: it may have been queued, or cancelled. */
  wake(runId: string): void;
  /** Looks at every run that is open: the net under the announcements. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Runs jobs to completion, each under a lease of its own. */
export function createJobRunner(tools: WorkerTools): JobRunner {
  const { context } = tools;
  const underWay = new Map<string, HeldLease>();
  const queue = createKeyedQueue({
    name: 'job',
    logger: context.logger,
    handle: (runId) => serve(tools, runId, underWay),
  });
  return {
    wake(runId) {
      const held = underWay.get(runId);
      if (held) held.poke();
      else queue.add(runId);
    },
    async sweep() {
      for (const id of await listOpenRuns(context)) if (!underWay.has(id)) queue.add(id);
    },
    close: () => queue.close(),
  };
}

async function serve(tools: WorkerTools, runId: string, underWay: Map<string, HeldLease>): Promise<void> {
  const { context, identity, timing, stopping, engines } = tools;
  if (stopping.aborted) return;
  const lease = await claimRun(context, runId, identity, {
    isAlive: isProcessAlive,
    expiryMs: timing.leaseExpiryMs,
  });
  if (!lease) return;
  const held = holdLease({
    heartbeatMs: timing.heartbeatMs,
    expiryMs: timing.leaseExpiryMs,
    cancelPollMs: timing.cancelPollMs,
    renew: () => renewRunLease(context, lease, timing.leaseExpiryMs),
    isCancelRequested: () => isRunCancelRequested(context, runId),
    stopping,
  });
  underWay.set(runId, held);
  try {
    const run = await findOpenRun(context, runId);
    if (run) await followJob({ tools, run, lease, held, engine: engines.allowing(run.host) });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    context.logger.info({ runId, reason: error.reason }, 'put down');
  } finally {
    held.end();
    underWay.delete(runId);
    await releaseRunLease(context, lease);
  }
}
