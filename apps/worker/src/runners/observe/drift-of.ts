import type { DriftItem, ObservedState, StackModel } from '@jalon/contracts';
import type { WatchedEnvironment } from '@jalon/core/observation';
import { desiredState, findDrift, imagesInPlace, recordedImages, stackTarget } from '@jalon/reconciler';

/**
 * How the host differs from the environment's revision; null when that cannot be told: nothing should run, something is under way,
 * or the host lacks an image that the revision ran on.
 * @param stack of the current revision; null when it cannot be read.
 */
export function driftOf(
  environment: WatchedEnvironment,
  stack: StackModel | null,
  observed: ObservedState,
): DriftItem[] | null {
  const { currentRevision, isBusy } = environment;
  if (!stack || !currentRevision || isBusy || environment.desiredState !== 'RUNNING') return null;
  const { images, absent } = recordedImages(stack, currentRevision.imageDigests, observed.images);
  const isBuilt = Object.values(stack.services).every(
    ({ name, build, jalon }) => !build || jalon.role === 'job' || images[name],
  );
  if (absent.length > 0 || !isBuilt) return null;
  const target = stackTarget({
    environmentId: environment.id,
    project: environment.projectSlug,
    environment: environment.slug,
    revision: currentRevision.number,
  });
  // Without this a pull of the same tag by somebody else would look like a change of what runs, and be healed.
  const inPlace = imagesInPlace(currentRevision.imageDigests, observed);
  const desired = desiredState(stack, target, { images: { ...images, ...inPlace.images } });
  return findDrift(desired, inPlace.observed, new Date(observed.observedAt));
}
