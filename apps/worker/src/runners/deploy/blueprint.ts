import { isDomainError, type StackModel, type StackTarget } from '@jalon/contracts';
import { openRevision, type RevisionSource } from '@jalon/core/deployment-progress';
import { desiredState, emptyState, stackTarget } from '@jalon/reconciler';
import type { Blueprint, DeployTask } from './task';

const EMPTY_STACK: StackModel = { services: {}, networks: {}, volumes: {}, secrets: {}, configs: {} };

/** Service → image, where the file alone does not say it: of what is built, and of what was pulled before its tag moved. */
export type DecidedImages = Record<string, string>;

/** The revision with its images decided. Throws what the file or its variables have wrong. */
export function drawBlueprint(task: DeployTask, revision: RevisionSource, images: DecidedImages): Blueprint {
  const stack = readStack(task, revision);
  const target = targetOf(task, revision.number);
  const desired = desiredState(stack, target, { images });
  return { revision, stack, target, desired };
}

/**
 * Enough to stop or to remove: the order and the patience that the revision asks for where it can be read, and nothing
 * at all where it cannot. What cannot be read can still be taken away.
 */
export function drawForTakingDown(task: DeployTask, revision: RevisionSource | null): Blueprint {
  const target = targetOf(task, revision?.number ?? 0);
  const empty = { revision, stack: EMPTY_STACK, target, desired: emptyState(target) };
  if (!revision) return empty;
  try {
    return drawBlueprint(task, revision, revision.imageDigests);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return empty;
  }
}

export function readStack({ tools, deployment }: DeployTask, revision: RevisionSource): StackModel {
  return openRevision(tools.cipher, deployment.environmentId, revision);
}

/** References that the plan depends on: whether the host has them. */
export function imagesOfDesired({ desired }: Blueprint): string[] {
  return [...new Set(Object.values(desired.services).map((service) => service.image))];
}

function targetOf({ deployment }: DeployTask, revision: number): StackTarget {
  return stackTarget({
    environmentId: deployment.environmentId,
    project: deployment.projectSlug,
    environment: deployment.environmentSlug,
    revision,
  });
}
