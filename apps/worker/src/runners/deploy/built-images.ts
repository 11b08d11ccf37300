import type { ServiceModel } from '@jalon/contracts';
import { forkRevision, type RevisionSource, recordImageDigests } from '@jalon/core/deployment-progress';
import { type DecidedImages, readStack } from './blueprint';
import type { DeployTask } from './task';

/**
 * Images of a revision that is deployed from its file: made from the content as it is now. Content that has changed since
 * the revision was first applied, or a tag that names another image by now, makes a successor of it: a revision stands
 * for the same images for ever.
 */
export async function imagesFromContent(
  task: DeployTask,
  revision: RevisionSource,
): Promise<{ revision: RevisionSource; images: DecidedImages }> {
  const images = await resolveImages(task, builtServices(task, revision), task.held.interrupted);
  const rebuilt = Object.keys(images).filter((service) => {
    const recorded = revision.imageDigests[service];
    return recorded !== undefined && recorded !== images[service];
  });
  const changed = [...rebuilt, ...(await movedTags(task, revision))];
  const { context } = task.tools;
  const applied =
    changed.length === 0
      ? revision
      : await forkRevision(context, task.lease, task.deployment, `New images: ${changed.sort().join(', ')}`);
  await recordImageDigests(context, task.lease, applied.id, images);
  return { revision: applied, images };
}

/** Services whose file names an image by a tag that is another one than when the revision was first applied. */
async function movedTags(task: DeployTask, revision: RevisionSource): Promise<string[]> {
  const pulled = Object.values(readStack(task, revision).services).filter(
    ({ name, build }) => build === null && revision.imageDigests[name] !== undefined,
  );
  if (pulled.length === 0) return [];
  const { environmentId } = task.deployment;
  const request = { environmentId, images: pulled.flatMap(({ image }) => image ?? []) };
  const { images } = await task.engine.observe(request, { signal: task.held.interrupted });
  return pulled.flatMap(({ name, image }) => {
    const now = images[image ?? ''];
    return now && now !== revision.imageDigests[name] ? [name] : [];
  });
}

/** Tags of these services' images, by the content that they are built from. */
export async function resolveImages(
  task: DeployTask,
  services: readonly ServiceModel[],
  signal: AbortSignal,
): Promise<DecidedImages> {
  if (services.length === 0) return {};
  const byName = Object.fromEntries(services.map((service) => [service.name, service]));
  const resolved = await task.engine.resolveBuilds(task.deployment.projectSlug, byName, { signal });
  return Object.fromEntries(Object.entries(resolved).map(([name, { image }]) => [name, image]));
}

/** Jobs are not among them: they are built when they are run. */
export function builtServices(task: DeployTask, revision: RevisionSource): ServiceModel[] {
  return Object.values(readStack(task, revision).services).filter(
    (service) => service.build !== null && service.jalon.role !== 'job',
  );
}
