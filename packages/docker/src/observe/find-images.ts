import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectImage } from '../client/inspect';
import { matchImages } from './image-list';
import { isReference } from './image-reference';

/**
 * Up to here images are asked for one by one. The engine reads every image it has, layers of old builds included, to
 * answer a list: 60 ms and more on a host that builds, where one image costs 0.2 ms.
 */
const ONE_BY_ONE = 8;

/** Which of the references the engine has: reference as asked → image id. What can name no image is not there. */
export async function findImages(
  client: DockerClient,
  references: readonly string[],
  options: CallOptions,
): Promise<Record<string, string>> {
  const distinct = [...new Set(references)].filter(isReference);
  if (distinct.length > ONE_BY_ONE) {
    const list = await client.call(
      'list images',
      (docker, abortSignal) => docker.listImages({ abortSignal }),
      options,
    );
    return matchImages(distinct, list);
  }
  const found = await Promise.all(
    distinct.map(async (reference) => {
      const image = await orNull(inspectImage(client, reference, options));
      return image ? [[reference, image.Id] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}
