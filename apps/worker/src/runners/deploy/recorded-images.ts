import { DomainError, isDomainError } from '@jalon/contracts';
import type { RevisionSource } from '@jalon/core/deployment-progress';
import { imagesToLookFor, type RecordedImages, recordedImages } from '@jalon/reconciler';
import { isEngineAway } from '../../engine/engine-away';
import { type DecidedImages, readStack } from './blueprint';
import { builtServices, resolveImages } from './built-images';
import type { DeployTask } from './task';

/**
 * Images that a revision ran on, as a return, a start and a restart want them: what the host has lost is decided by
 * content, because something must run.
 */
export async function imagesAsRecorded(
  task: DeployTask,
  revision: RevisionSource,
  signal: AbortSignal,
): Promise<DecidedImages> {
  const { images } = await readImages(task, revision, signal);
  const lacking = builtServices(task, revision).filter(({ name }) => !images[name]);
  return { ...(await resolveImages(task, lacking, signal)), ...images };
}

/**
 * Images that a revision ran on, and no others, as a roll back and a promotion want them. What the host has lost is made
 * or pulled again when that gives the same image.
 *
 * @throws DomainError IMAGE_NOT_FOUND when an image cannot be had again, before anything is touched
 */
export async function imagesByDigest(
  task: DeployTask,
  revision: RevisionSource,
  signal: AbortSignal,
): Promise<DecidedImages> {
  const { images, absent } = await readImages(task, revision, signal);
  const built = builtServices(task, revision);
  const gone: RecordedImages['absent'] = [];
  const again: DecidedImages = {};
  for (const lost of absent) {
    const service = built.find(({ name }) => name === lost.service);
    const isBack = service
      ? (await contentOf(task, service, signal)) === lost.image
      : await pullAgain(task, revision, lost.service, signal);
    if (!isBack) gone.push(lost);
    else if (service) again[lost.service] = lost.image;
  }
  if (gone.length > 0) throw imagesGone(task, revision, gone);
  return { ...images, ...again };
}

async function readImages(
  task: DeployTask,
  revision: RevisionSource,
  signal: AbortSignal,
): Promise<RecordedImages> {
  const stack = readStack(task, revision);
  const { environmentId } = task.deployment;
  const images = imagesToLookFor(stack, revision.imageDigests);
  if (images.length === 0) return { images: {}, absent: [] };
  const { images: present } = await task.engine.observe({ environmentId, images }, { signal });
  return recordedImages(stack, revision.imageDigests, present);
}

/** The tag that the content as it is now would get; null when there is no such content any more. */
async function contentOf(
  task: DeployTask,
  service: ReturnType<typeof builtServices>[number],
  signal: AbortSignal,
): Promise<string | null> {
  try {
    return (await resolveImages(task, [service], signal))[service.name] ?? null;
  } catch (error) {
    return nullUnlessPassing(error, signal);
  }
}

/** True when the reference of the file, pulled because the host has nothing of that name, is the recorded image. */
async function pullAgain(
  task: DeployTask,
  revision: RevisionSource,
  service: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { environmentId } = task.deployment;
  const reference = readStack(task, revision).services[service]?.image ?? '';
  const look = async () =>
    (await task.engine.observe({ environmentId, images: [reference] }, { signal })).images;
  // A tag that is there and names another image was moved on purpose: it is not moved back.
  if ((await look())[reference]) return false;
  try {
    await task.engine.pullImage(reference, { signal });
  } catch (error) {
    return nullUnlessPassing(error, signal) ?? false;
  }
  return (await look())[reference] === revision.imageDigests[service];
}

/** What a registry or a missing folder says is an answer; an engine that is away, or an interruption, is none. */
function nullUnlessPassing(error: unknown, signal: AbortSignal): null {
  signal.throwIfAborted();
  if (!isDomainError(error) || isEngineAway(error)) throw error;
  return null;
}

function imagesGone(
  { deployment }: DeployTask,
  revision: RevisionSource,
  gone: RecordedImages['absent'],
): DomainError {
  const list = gone.map(({ service, image }) => `${service}: ${image}`).join('; ');
  return new DomainError(
    'IMAGE_NOT_FOUND',
    `Revision ${revision.number} cannot run as it did: the host of ${deployment.environmentSlug} no longer has its images and they cannot be had again (${list}). Load them on the host with “docker load”, or deploy the saved file, which makes a new revision.`,
    gone.map(({ service, image }) => ({
      path: `services.${service}`,
      message: `${image} is not on the host.`,
    })),
  );
}
