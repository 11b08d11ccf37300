import { type AllowOnHostInput, DomainError, type HostView, type Principal } from '@jalon/contracts';
import { inTransaction } from '@jalon/db';
import { hostPathTrouble } from '@jalon/reconciler';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { listHosts } from './list-hosts';

/**
 * Says what stacks may have on a host beyond the default, and which ports they may not: plans and deployments from then on
 * are held against it; what runs is left alone. Validated by contracts; authorized by the API (`host:write`).
 *
 * @throws DomainError NOT_FOUND · VALIDATION for a folder that holds the host itself, which nobody can allow
 */
export async function allowOnHost(
  context: CoreContext,
  principal: Principal,
  { hostId, allowance }: AllowOnHostInput,
): Promise<HostView[]> {
  const troubles = allowance.bindSources.flatMap((path, index) => {
    const trouble = hostPathTrouble(path, [path]);
    return trouble ? [{ path: `allowance.bindSources.${index}`, message: `${path} ${trouble.message}` }] : [];
  });
  if (troubles[0]) throw new DomainError('VALIDATION', troubles[0].message, troubles);
  return inTransaction(context.db, async (tx) => {
    const { count } = await tx.dockerHost.updateMany({ where: { id: hostId }, data: { allowance } });
    if (count === 0) throw new DomainError('NOT_FOUND', 'There is no such host.');
    await recordAudit(tx, principal, {
      action: 'host.allowed',
      subjectType: 'host',
      subjectId: hostId,
      data: { allowance },
    });
    return listHosts({ ...context, db: tx }, principal);
  });
}
