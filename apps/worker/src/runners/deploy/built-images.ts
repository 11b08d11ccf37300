import type { ServiceModel } from '@jalon/contracts';
import { forkRevision, type RevisionSource, recordImageDigests } from '@jalon/core/deployment-progress';
import { type BuiltImages, readStack } from './blueprint';
import type { DeployTask } from './task';

/**
 * Images of a revision that is deployed because it is the newest: made from the content as it is now. Content that has
 * changed since the revision was first applied makes a successor of it, for a revision stands for the same images for ever.
 */
export async function imagesFromContent(
  task: DeployTask,
  revision: RevisionSource,
): Promise<{ revision: RevisionSource; images: BuiltImages }> {
  const images = await resolveImages(task, revision, task.held.interrupted);
  const changed = Object.keys(images).filter((service) => {
    const recorded = revision.imageDigests[service];
    return recorded !== undefined && recorded !== images[service];
  });
  const { context } = task.tools;
  const applied =
    changed.length === 0
      ? revision
      : await forkRevision(context, task.lease, task.deployment, `Built anew: ${changed.sort().join(', ')}`);
  await recordImageDigests(context, task.lease, applied.id, images);
  return { revision: applied, images };
}

/**
 * Images that were recorded when the revision was applied: what a return, a rollback, a start and a restart want. One
 * that the host no longer has is decided by content.
 */
export async function recordedImages(
  task: DeployTask,
  revision: RevisionSource,
  signal: AbortSignal,
): Promise<BuiltImages> {
  const built = builtServices(task, revision).map((service) => service.name);
  if (built.length === 0) return {};
  const recorded = revision.imageDigests;
  const wanted = built.flatMap((service) => recorded[service] ?? []);
  const { environmentId } = task.deployment;
  const { images: present } = await task.engine.observe({ environmentId, images: wanted }, { signal });
  const isThere = (service: string): boolean => (present[recorded[service] ?? ''] ?? '') !== '';
  if (built.every(isThere)) return recorded;
  const resolved = await resolveImages(task, revision, signal);
  return Object.fromEntries(
    built.flatMap((service) => {
      const image = isThere(service) ? recorded[service] : resolved[service];
      return image ? [[service, image]] : [];
    }),
  );
}

async function resolveImages(
  task: DeployTask,
  revision: RevisionSource,
  signal: AbortSignal,
): Promise<BuiltImages> {
  const services = Object.fromEntries(
    builtServices(task, revision).map((service) => [service.name, service]),
  );
  const resolved = await task.engine.resolveBuilds(task.deployment.projectSlug, services, { signal });
  return Object.fromEntries(Object.entries(resolved).map(([name, { image }]) => [name, image]));
}

/** Jobs are not among them: they are built when they are run. */
function builtServices(task: DeployTask, revision: RevisionSource): ServiceModel[] {
  return Object.values(readStack(task, revision).services).filter(
    (service) => service.build !== null && service.jalon.role !== 'job',
  );
}
