import type { ObservedState } from '@jalon/contracts';

/**
 * Containers on the image that their revision recorded are right, whatever their reference names by now: somebody who
 * pulls a newer image under the same tag has changed nothing that runs. Gives the references that these containers were
 * made with (service → image), and the snapshot in which each of those names the image that it was made of. Pure.
 *
 * @param recorded service → tag of what was built, image id of what was pulled
 */
export function imagesInPlace(
  recorded: Record<string, string>,
  observed: ObservedState,
): { images: Record<string, string>; observed: ObservedState } {
  const right = observed.containers.filter(
    ({ kind, service, image, imageId }) =>
      kind === 'service' &&
      Object.hasOwn(recorded, service) &&
      (recorded[service] === image || recorded[service] === imageId),
  );
  const ids = Object.fromEntries(right.map(({ image, imageId }) => [image, imageId]));
  return {
    images: Object.fromEntries(right.map(({ service, image }) => [service, image])),
    observed: { ...observed, images: { ...observed.images, ...ids } },
  };
}
