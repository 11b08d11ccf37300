import type { CallOptions, DockerClient } from './client/client';
import { hasCode } from './client/error-kind';
import { endpointBody } from './operations/container-body';

export interface ConnectOptions extends CallOptions {
  /** Further names of the container on that network. */
  aliases?: string[];
}

/**
 * Connects a container to a network; connected already is good. The worker does this for the gateway's own container.
 * Throws NOT_FOUND when there is no such container or network.
 */
export async function connectNetwork(
  client: DockerClient,
  container: string,
  network: string,
  { aliases = [], ...options }: ConnectOptions = {},
): Promise<void> {
  try {
    await client.call(
      `connect ${container} to network ${network}`,
      (docker) =>
        docker.getNetwork(network).connect({ Container: container, EndpointConfig: endpointBody(aliases) }),
      options,
    );
  } catch (error) {
    if (!says(error, /already exists in network|already attached/i)) throw error;
  }
}

/** Takes a container off a network; not connected is good. */
export async function disconnectNetwork(
  client: DockerClient,
  container: string,
  network: string,
  options: CallOptions = {},
): Promise<void> {
  try {
    await client.call(
      `disconnect ${container} from network ${network}`,
      (docker) => docker.getNetwork(network).disconnect({ Container: container, Force: true }),
      options,
    );
  } catch (error) {
    if (!hasCode(error, 'NOT_FOUND') && !says(error, /is not connected/i)) throw error;
  }
}

function says(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && pattern.test(error.message);
}
