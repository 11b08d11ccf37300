import type { PlanPreview, PreviewPlanInput, Principal } from '@jalon/contracts';
import type { DeliveryContext } from '../project/delivery-context';
import { requireEnvironment } from '../project/project-access';
import { snapshotVariables } from '../variable/variable.repository';
import { findPlan } from './find-plan';
import { readStackSource, STACK_SOURCE } from './stack-source';

/**
 * What deploying the saved file to an environment would do, and why: computed from the last snapshot, without Docker.
 * The deployment itself observes afresh. Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND
 */
export async function previewPlan(
  context: DeliveryContext,
  principal: Principal,
  input: PreviewPlanInput,
): Promise<PlanPreview> {
  const { db } = context;
  // One after the other: inside a transaction there is one connection.
  const environment = await requireEnvironment(db, principal, input.environmentId, 'read');
  const { projectId } = environment;
  const stack = await db.stack.findUniqueOrThrow({
    where: { projectId },
    select: { ...STACK_SOURCE, version: true },
  });
  const newest = await db.stackRevision.aggregate({ where: { projectId }, _max: { number: true } });
  const { absentImages: _none, ...findings } = await findPlan(context, environment, {
    stack: readStackSource(stack),
    variables: await snapshotVariables(db, environment.id),
    revision: (newest._max.number ?? 0) + 1,
    recorded: null,
  });
  return { ...findings, stackVersion: stack.version };
}
