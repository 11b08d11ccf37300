import { type DesiredNetwork, DomainError, LABELS } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from '../client/client';
import { delay } from '../client/deadline';
import { hasCode, orNull } from '../client/error-kind';
import { connectNetwork, disconnectNetwork } from '../networks';
import { networkBody } from './resource-bodies';

/**
 * Creates a network, or finds the one that an earlier attempt made. CONFLICT when the name is somebody else's,
 * ENGINE_REFUSED when the engine has not let go of ours with other settings.
 */
export async function createNetwork(
  client: DockerClient,
  network: DesiredNetwork,
  operation: string,
  options: CallOptions,
): Promise<void> {
  if (network.external) {
    await inspectNetwork(client, network.name, options);
    return;
  }
  const body = networkBody(network, operation);
  try {
    await client.call(
      `create network ${network.name}`,
      (docker, abortSignal) => docker.createNetwork({ ...body, abortSignal }),
      options,
    );
  } catch (error) {
    if (!hasCode(error, 'CONFLICT')) throw error;
    await requireOurs(client, network, options);
  }
}

/** How long the daemon may take to let go of containers that it has said are gone. */
const LET_GO_MS = 3_000;
const PAUSE_MS = 100;
/**
 * Begins the id of what the daemon still counts of a container that has gone; by the container's name it can be taken off
 * with force (moby, daemon/network.go: buildNetworkResource, ForceEndpointDelete).
 */
const LEFT_BEHIND = 'ep-';

/**
 * Removes a network; gone is good. Whoever is still connected to it (the gateway) is disconnected first. Where the daemon
 * still counts a container that it has just removed, it is asked again for some seconds. A network that it refuses to
 * remove then, although nobody is connected, stays, and `onProgress` is told: no call of the daemon's interface takes
 * it away, and it is in the way of nothing but itself with other settings, which `createNetwork` refuses (docs/decisions/0054).
 */
export async function removeNetwork(
  client: DockerClient,
  name: string,
  { onProgress, ...options }: CallOptions & { onProgress?: (progress: { log: string }) => void },
): Promise<void> {
  const until = performance.now() + LET_GO_MS;
  for (;;) {
    try {
      return await removeOnce(client, name, options);
    } catch (error) {
      const stillCounted = error instanceof Error && /has active endpoints/i.test(error.message);
      if (!stillCounted) throw error;
      if (performance.now() < until) {
        await delay(PAUSE_MS, `remove network ${name}`, options.signal);
        continue;
      }
      if ((await connectedTo(client, name, options)).length > 0) throw error;
      onProgress?.({ log: leftToDocker(name) });
      return;
    }
  }
}

const leftToDocker = (name: string): string =>
  `Docker refuses to remove the network ${name}: it counts an endpoint that is no longer there, and does so until it is started again. ` +
  `Nothing is connected to it. It stays, and is used again when the stack is deployed; to be rid of it, restart Docker and run “docker network rm ${name}”.\n`;

async function removeOnce(client: DockerClient, name: string, options: CallOptions): Promise<void> {
  const found = await orNull(inspectNetwork(client, name, options));
  if (!found) return;
  for (const [id, { Name }] of Object.entries(found.Containers ?? {}))
    await disconnectNetwork(client, id.startsWith(LEFT_BEHIND) ? Name : id, name, options);
  await orNull(
    client.call(`remove network ${name}`, (docker) => docker.getNetwork(found.Id).remove(), options),
  );
}

async function connectedTo(client: DockerClient, name: string, options: CallOptions): Promise<string[]> {
  const found = await orNull(inspectNetwork(client, name, options));
  return Object.keys(found?.Containers ?? {});
}

/** Connects a container to networks; those it is connected to already are left as they are. */
export async function connectAll(
  client: DockerClient,
  container: string,
  networks: Record<string, string[]>,
  options: CallOptions,
): Promise<void> {
  for (const [network, aliases] of Object.entries(networks)) {
    await connectNetwork(client, container, network, { ...options, aliases });
  }
}

async function requireOurs(
  client: DockerClient,
  network: DesiredNetwork,
  options: CallOptions,
): Promise<void> {
  const found = await inspectNetwork(client, network.name, options);
  const ours = found.Labels?.[LABELS.environmentId] === network.labels[LABELS.environmentId];
  if (ours && found.Labels?.[LABELS.configHash] === network.configHash) return;
  if (ours)
    throw new DomainError(
      'ENGINE_REFUSED',
      `The engine still has the network “${network.name}” with its former settings and does not let go of it. Restart Docker, then deploy again.`,
    );
  throw new DomainError(
    'CONFLICT',
    `There is already a network “${network.name}” on the host that this deployment did not make. Remove or rename it.`,
  );
}

function inspectNetwork(
  client: DockerClient,
  name: string,
  options: CallOptions,
): Promise<Docker.NetworkInspectInfo> {
  return client.call(`inspect network ${name}`, (docker) => docker.getNetwork(name).inspect(), options);
}
