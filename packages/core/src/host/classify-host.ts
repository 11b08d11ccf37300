import { type ClassifyHostInput, DomainError, type HostView, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { listHosts } from './list-hosts';

/**
 * Says what infrastructure a host is and which data it may hold: deployments from then on are held against it.
 * Validated by contracts; authorized by the API (`host:write`). NOT_FOUND.
 */
export async function classifyHost(
  context: CoreContext,
  principal: Principal,
  { hostId, infrastructure, maxClassification }: ClassifyHostInput,
): Promise<HostView[]> {
  return inTransaction(context.db, async (tx) => {
    const { count } = await tx.dockerHost.updateMany({
      where: { id: hostId },
      data: { infrastructure, maxClassification },
    });
    if (count === 0) throw new DomainError('NOT_FOUND', 'There is no such host.');
    await recordAudit(tx, principal, {
      action: 'host.classified',
      subjectType: 'host',
      subjectId: hostId,
      data: { infrastructure, maxClassification },
    });
    return listHosts({ ...context, db: tx }, principal);
  });
}
