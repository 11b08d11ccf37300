import type Docker from 'dockerode';
import { normalizeReference } from './image-reference';

/** Which of the references the engine has: reference as asked → image id. */
export function matchImages(
  references: readonly string[],
  images: Docker.ImageInfo[],
): Record<string, string> {
  const ids = new Map<string, string>();
  for (const image of images) {
    ids.set(image.Id, image.Id);
    for (const tag of image.RepoTags ?? []) ids.set(normalizeReference(tag), image.Id);
    for (const digest of image.RepoDigests ?? []) ids.set(normalizeReference(digest), image.Id);
  }
  const found: Record<string, string> = {};
  for (const reference of references) {
    const id = ids.get(normalizeReference(reference));
    if (id) found[reference] = id;
  }
  return found;
}
