import type { CoreContext } from '../context';
import type { Lease } from '../lease';
import { finishDeployment } from './finish-deployment';
import type { OpenDeployment } from './open-deployment';

/**
 * Ends those deployments behind the one under way that somebody has cancelled before their turn came: nothing of theirs
 * was begun, so nothing needs to be waited for. Only the holder of the lease may, for only it takes deployments up.
 *
 * @throws LeaseLost
 */
export async function cancelWaiting(
  context: CoreContext,
  lease: Lease,
  underWay: OpenDeployment,
): Promise<void> {
  const waiting = await context.db.deployment.findMany({
    where: {
      environmentId: underWay.environmentId,
      number: { gt: underWay.number },
      status: 'QUEUED',
      cancelRequestedAt: { not: null },
    },
    select: { id: true, number: true, action: true },
  });
  for (const deployment of waiting) {
    const message = 'Cancelled before its turn came. Nothing was changed.';
    await finishDeployment(
      context,
      lease,
      { ...underWay, ...deployment },
      { status: 'CANCELLED', problem: { code: 'CANCELLED', message, log: null } },
    );
  }
}
