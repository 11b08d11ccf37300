import { FINAL_DEPLOYMENT_STATUSES } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import type { CoreContext } from '../context';
import { lockEnvironment, queueDeployment } from '../deployment/queue-deployment';

/** Somebody who stops a container by hand may be about to start it again. */
const PATIENCE_MS = 20_000;
/** What drifts again at once is somebody's doing: it is not fought. */
const PAUSE_MS = 5 * 60_000;

/**
 * Queues a start of an environment that heals its drift, as the platform's own wish: when the drift has lasted a while, nothing
 * is under way, and it was not put back a moment ago. For the worker, which has seen the drift.
 * @returns true when a deployment was queued
 */
export async function healDrift(context: CoreContext, environmentId: string): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    await lockEnvironment(tx, environmentId);
    const now = context.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    const environment = await tx.environment.findFirst({
      where: {
        id: environmentId,
        healsDrift: true,
        desiredState: 'RUNNING',
        driftSince: { lte: before(PATIENCE_MS) },
        OR: [{ healedAt: null }, { healedAt: { lte: before(PAUSE_MS) } }],
        deployments: { none: { status: { notIn: [...FINAL_DEPLOYMENT_STATUSES] } } },
      },
      select: { id: true, slug: true, projectId: true, currentRevisionId: true },
    });
    if (!environment) return false;
    await tx.environment.update({
      where: { id: environmentId },
      data: { healedAt: now },
      select: { id: true },
    });
    await queueDeployment(context, tx, null, {
      environment,
      action: 'START',
      revisionId: environment.currentRevisionId,
      data: { because: 'drift' },
    });
    return true;
  });
}
