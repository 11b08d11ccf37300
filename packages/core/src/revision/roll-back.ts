import {
  type DeploymentSummary,
  DomainError,
  type Principal,
  type RollBackInput,
  type RollBackPreview,
} from '@jalon/contracts';
import { type Db, inTransaction } from '@jalon/db';
import { lockEnvironment, queueDeployment } from '../deployment/queue-deployment';
import { refuseUnlessDeployable } from '../deployment/refuse-plan';
import type { DeliveryContext } from '../project/delivery-context';
import { type EnvironmentKey, requireEnvironment } from '../project/project-access';
import { findPlan } from '../stack/find-plan';
import { readStackSource, STACK_SOURCE } from '../stack/stack-source';
import { readVariableSnapshot } from '../variable/open-variables';
import { noRevision } from './get-revision';
import { readDigests } from './read-digests';
import { ranIn } from './revision.repository';

/**
 * What rolling an environment back to one of its revisions would do: that revision's file, variables and images.
 * Authorized by the API (`project:read`).
 *
 * @throws DomainError NOT_FOUND · CONFLICT when the revision never ran there
 */
export async function previewRollBack(
  context: DeliveryContext,
  principal: Principal,
  input: RollBackInput,
): Promise<RollBackPreview> {
  const environment = await requireEnvironment(context.db, principal, input.environmentId, 'read');
  return (await planRollBack(context, environment, input.number)).preview;
}

/**
 * Queues a deployment of a revision that ran in this environment, by its recorded images and with its own variables. The
 * saved file is left as it is. Authorized by the API (`deployment:write`).
 *
 * @throws DomainError NOT_FOUND · FORBIDDEN · CONFLICT when the revision never ran there · COMPOSE_INVALID ·
 *   VARIABLE_MISSING · POLICY_REFUSED
 */
export async function rollBack(
  context: DeliveryContext,
  principal: Principal,
  input: RollBackInput,
): Promise<DeploymentSummary> {
  return inTransaction(context.db, async (tx) => {
    const environment = await requireEnvironment(tx, principal, input.environmentId, 'write');
    await lockEnvironment(tx, environment.id);
    const { preview, revisionId } = await planRollBack({ ...context, db: tx }, environment, input.number);
    refuseUnlessDeployable(preview, environment.slug);
    return queueDeployment(context, tx, principal, {
      environment,
      action: 'DEPLOY',
      source: 'ROLL_BACK',
      revisionId,
      data: { revision: input.number, from: await currentNumber(tx, environment.id) },
    });
  });
}

async function planRollBack(
  context: DeliveryContext,
  environment: EnvironmentKey,
  number: number,
): Promise<{ preview: RollBackPreview; revisionId: string }> {
  const { projectId, id, slug } = environment;
  const row = await context.db.stackRevision.findUnique({
    where: { projectId_number: { projectId, number } },
    select: {
      id: true,
      ...STACK_SOURCE,
      variables: true,
      imageDigests: true,
      environmentId: true,
      environmentSlug: true,
      deployments: {
        where: { environmentId: id, action: 'DEPLOY', status: 'SUCCEEDED' },
        select: { environmentId: true },
        take: 1,
      },
    },
  });
  if (!row) throw noRevision(number);
  if (!ranIn(row, id)) {
    const isForeign = row.environmentId !== null && row.environmentId !== id;
    throw new DomainError(
      'CONFLICT',
      isForeign
        ? `Revision ${number} was made for ${row.environmentSlug}, with its variables. Promote it to ${slug} instead.`
        : `Revision ${number} never ran in ${slug}: there is nothing to go back to. Choose one that did.`,
    );
  }
  const findings = await findPlan(context, environment, {
    stack: readStackSource(row),
    variables: readVariableSnapshot(row.variables),
    revision: number,
    recorded: readDigests(row.imageDigests),
  });
  return { preview: { ...findings, number }, revisionId: row.id };
}

async function currentNumber(db: Db, environmentId: string): Promise<number | null> {
  const row = await db.environment.findUnique({
    where: { id: environmentId },
    select: { currentRevision: { select: { number: true } } },
  });
  return row?.currentRevision?.number ?? null;
}
