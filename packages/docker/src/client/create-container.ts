import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from './client';

const CREATE_DEADLINE_MS = 60_000;

/** Creates a container and returns its id. The body goes in the body only: dockerode would repeat it in the address. */
export async function createContainer(
  client: DockerClient,
  { name, ...body }: Docker.ContainerCreateOptions,
  options: CallOptions = {},
): Promise<string> {
  const container = await client.call(
    `create container ${name}`,
    (docker, abortSignal) => {
      const request = { _query: { name }, _body: body, abortSignal };
      return docker.createContainer(request as Docker.ContainerCreateOptions);
    },
    { deadlineMs: CREATE_DEADLINE_MS, ...options },
  );
  return container.id;
}
