import {
  cancelWaiting,
  findOpenDeployment,
  isCancelRequested,
  listEnvironmentsWithOpenDeployments,
  type OpenDeployment,
} from '@jalon/core/deployment-progress';
import {
  acquireEnvironmentLease,
  type Lease,
  releaseEnvironmentLease,
  renewEnvironmentLease,
} from '@jalon/core/lease';
import { CallsUnderWay } from '@jalon/docker';
import { type HeldLease, holdLease, Interrupted } from '../../lease/hold-lease';
import { isProcessAlive } from '../../lease/worker-identity';
import { createKeyedQueue } from '../../queue/keyed-queue';
import type { WorkerTools } from '../../tools';
import { carryOut } from './carry-out';

export interface DeployRunner {
  /** Looks at this environment: something may have been queued, or cancelled. */
  wake(environmentId: string): void;
  /** Looks at every environment that has something open: the net under the announcements. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Carries out deployments, one environment at a time, each under its lease. */
export function createDeployRunner(tools: WorkerTools): DeployRunner {
  const { context } = tools;
  const underWay = new Map<string, HeldLease>();
  const queue = createKeyedQueue({
    name: 'deploy',
    logger: context.logger,
    handle: (environmentId) => serve(tools, environmentId, underWay),
  });
  return {
    wake(environmentId) {
      underWay.get(environmentId)?.poke();
      queue.add(environmentId);
    },
    async sweep() {
      for (const id of await listEnvironmentsWithOpenDeployments(context)) queue.add(id);
    },
    close: () => queue.close(),
  };
}

/** Takes the lease and carries out what is open, oldest first; returns at once when another worker does. */
async function serve(
  tools: WorkerTools,
  environmentId: string,
  underWay: Map<string, HeldLease>,
): Promise<void> {
  const { context, identity, timing, stopping } = tools;
  if (stopping.aborted || !(await findOpenDeployment(context, environmentId))) return;
  const lease = await acquireEnvironmentLease(context, environmentId, identity, {
    isAlive: isProcessAlive,
    expiryMs: timing.leaseExpiryMs,
  });
  if (!lease) return;
  try {
    for (;;) {
      const deployment = stopping.aborted ? null : await findOpenDeployment(context, environmentId);
      if (!deployment) return;
      await serveOne(tools, lease, deployment, underWay);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    context.logger.info({ environmentId, reason: error.reason }, 'put down');
  } finally {
    await releaseEnvironmentLease(context, lease);
  }
}

async function serveOne(
  tools: WorkerTools,
  lease: Lease,
  deployment: OpenDeployment,
  underWay: Map<string, HeldLease>,
): Promise<void> {
  const { context, timing, stopping, engines } = tools;
  const held = holdLease({
    heartbeatMs: timing.heartbeatMs,
    expiryMs: timing.leaseExpiryMs,
    cancelPollMs: timing.cancelPollMs,
    renew: () => renewEnvironmentLease(context, lease, timing.leaseExpiryMs),
    isCancelRequested: async () => {
      await cancelWaiting(context, lease, deployment);
      return isCancelRequested(context, deployment.id);
    },
    stopping,
  });
  underWay.set(deployment.environmentId, held);
  const { id: deploymentId, number, action } = deployment;
  context.logger.info({ deploymentId, number, action, status: deployment.status }, 'deployment taken up');
  try {
    const engine = engines.allowing(deployment.host);
    await carryOut({ tools, deployment, lease, held, engine, underWay: new CallsUnderWay() });
    context.logger.info({ deploymentId, number }, 'deployment ended');
  } finally {
    held.end();
    underWay.delete(deployment.environmentId);
  }
}
