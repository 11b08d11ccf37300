import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from './client';

/** Throws NOT_FOUND when there is no container of that name or id. */
export function inspectContainer(
  client: DockerClient,
  container: string,
  options: CallOptions = {},
): Promise<Docker.ContainerInspectInfo> {
  return client.call(
    `inspect container ${container}`,
    (docker, abortSignal) => docker.getContainer(container).inspect({ abortSignal }),
    options,
  );
}

/** Throws IMAGE_NOT_FOUND when the engine does not have it. */
export function inspectImage(
  client: DockerClient,
  image: string,
  options: CallOptions = {},
): Promise<Docker.ImageInspectInfo> {
  return client.call(`inspect image ${image}`, (docker) => docker.getImage(image).inspect(), options);
}

/** A moment of the daemon as ISO text; its “never” (year 1) becomes null. */
export function momentOf(text: string | undefined): string | null {
  if (!text || text.startsWith('0001-')) return null;
  return new Date(text).toISOString();
}
