import { DomainError, type Principal, type RunRef } from '@jalon/contracts';
import { inTransaction, notifyChange } from '@jalon/db';
import { recordAudit } from '../audit';
import type { CoreContext } from '../context';
import { readableProjects, requireProject } from '../project/project-access';

/**
 * Asks the worker to stop a run; asking twice is asking once. Authorized by the API (`run:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · CONFLICT when it is finished
 */
export async function cancelRun(context: CoreContext, principal: Principal, input: RunRef): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const row = await tx.run.findFirst({
      where: { id: input.runId, environment: { project: readableProjects(principal) } },
      select: { id: true, number: true, environmentId: true, environment: { select: { projectId: true } } },
    });
    if (!row)
      throw new DomainError('NOT_FOUND', 'There is no such run, or it is not in one of your projects.');
    const { projectId } = row.environment;
    await requireProject(tx, principal, projectId, 'write');
    const open = { id: row.id, status: { in: ['QUEUED' as const, 'RUNNING' as const] } };
    if ((await tx.run.count({ where: open })) === 0) {
      throw new DomainError('CONFLICT', `Run ${row.number} is finished: there is nothing left to cancel.`);
    }
    const { count } = await tx.run.updateMany({
      where: { ...open, cancelRequestedAt: null },
      data: { cancelRequestedAt: context.clock.now() },
    });
    if (count === 0) return;
    await recordAudit(tx, principal, {
      action: 'run.cancel-requested',
      subjectType: 'run',
      subjectId: row.id,
      projectId,
      data: { number: row.number },
    });
    await notifyChange(tx, { topic: 'run', id: row.id, projectId, environmentId: row.environmentId });
  });
}
