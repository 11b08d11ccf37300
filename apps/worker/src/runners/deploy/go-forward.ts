import { DomainError } from '@jalon/contracts';
import {
  type RevisionSource,
  recordImageDigests,
  setDeploymentStatus,
} from '@jalon/core/deployment-progress';
import { checkPolicy, preflight, reconcile } from '@jalon/reconciler';
import { drawBlueprint, drawForTakingDown, imagesOfDesired } from './blueprint';
import { imagesFromContent } from './built-images';
import { executePlan, writePlan } from './execute-plan';
import { refusalError } from './problem';
import { imagesAsRecorded, imagesByDigest } from './recorded-images';
import type { Blueprint, DeployTask } from './task';

export type Outcome =
  | { kind: 'succeeded'; blueprint: Blueprint }
  | { kind: 'failed'; blueprint: Blueprint; error: DomainError }
  | { kind: 'cancelled'; blueprint: Blueprint };

/**
 * Observes, plans and carries out what was asked for. Whatever an earlier attempt did is seen and not done again.
 *
 * @param onApplying called before the first operation
 * @throws DomainError while nothing has been touched: an unreadable file, a refusal, an image that cannot be made
 */
export async function goForward(task: DeployTask, onApplying: () => void): Promise<Outcome> {
  const { tools, deployment, engine, held } = task;
  const blueprint = await prepare(task);
  const { action, environmentId } = deployment;
  const signal = held.interrupted;
  const observed = await engine.observe({ environmentId, images: imagesOfDesired(blueprint) }, { signal });
  const takesDown = action === 'STOP' || action === 'REMOVE';
  const refusals = takesDown
    ? []
    : [
        ...checkPolicy(blueprint.stack, deployment.host.allowance),
        ...preflight(blueprint.desired, observed, { memoryBytes: null, cpus: null }),
      ];
  const plan = reconcile(
    blueprint.desired,
    observed,
    {
      action,
      requestedAt: deployment.queuedAt.toISOString(),
      refusals,
      runningWindowMs: tools.timing.runningWindowMs,
    },
    tools.context.clock.now(),
  );
  await writePlan(task, plan, '');
  if (refusals.length > 0) throw refusalError(refusals);
  onApplying();
  const result = await executePlan(task, plan, { keyPrefix: '', signal, blueprint });
  if (result.outcome === 'CANCELLED') return { kind: 'cancelled', blueprint };
  if (result.failure) return { kind: 'failed', blueprint, error: result.failure.error };
  return { kind: 'succeeded', blueprint };
}

/** What is to be applied, with its images decided. */
async function prepare(task: DeployTask): Promise<Blueprint> {
  const { tools, deployment, lease, held } = task;
  const { action, revision, currentRevision } = deployment;
  if (action === 'STOP' || action === 'REMOVE') return drawForTakingDown(task, currentRevision ?? revision);
  const source: RevisionSource | null = action === 'DEPLOY' ? revision : (currentRevision ?? revision);
  if (!source) {
    throw new DomainError('NOT_FOUND', 'There is no revision to apply. Deploy the stack first.');
  }
  if (deployment.status === 'QUEUED') {
    await setDeploymentStatus(tools.context, lease, deployment, 'BUILDING');
  }
  if (action !== 'DEPLOY') {
    return drawBlueprint(task, source, await imagesAsRecorded(task, source, held.interrupted));
  }
  if (deployment.source !== 'FILE') {
    return drawBlueprint(task, source, await imagesByDigest(task, source, held.interrupted));
  }
  const { revision: applied, images } = await imagesFromContent(task, source);
  return drawBlueprint(task, applied, images);
}

/** Remembers the ids of the images that were pulled, beside the tags of those that were built. */
export async function recordPulledImages(
  task: DeployTask,
  { revision, desired }: Blueprint,
  present: Record<string, string>,
): Promise<void> {
  if (!revision) return;
  const pulled = Object.values(desired.services).flatMap(({ service, image, build }) => {
    const id = build ? undefined : present[image];
    return id ? [[service, id] as const] : [];
  });
  await recordImageDigests(task.tools.context, task.lease, revision.id, Object.fromEntries(pulled));
}
