import { NETWORKS_LABEL } from '@jalon/reconciler';
import type { CallOptions, DockerClient } from '../client/client';
import { hasCode } from '../client/error-kind';
import { inspectContainer } from '../client/inspect';
import { portTaken, statusOf, takenPortOf } from '../client/map-error';
import type { Execution } from '../execute/execution';
import { nameOf } from '../observe/container-list';
import { readNetworksLabel } from './container-body';
import { connectAll } from './network';

const START_DEADLINE_MS = 90_000;
const NOT_MODIFIED = 304;

/** Starts a service's container; running is good. PORT_TAKEN says who holds the port. */
export async function startServiceContainer(execution: Execution, container: string): Promise<void> {
  const { client, signal, made } = execution;
  // Made before a crash: its further networks may be missing.
  if (!made.has(container) && !execution.allNetworksAtOnce) await completeNetworks(execution, container);
  await startContainer(client, container, { signal });
}

/** Starts any container; running is good. */
export async function startContainer(
  client: DockerClient,
  container: string,
  options: CallOptions,
): Promise<void> {
  try {
    await client.call(
      `start container ${container}`,
      (docker, abortSignal) => docker.getContainer(container).start({ abortSignal }),
      { deadlineMs: START_DEADLINE_MS, ...options },
    );
  } catch (error) {
    if (statusOf(error) === NOT_MODIFIED) return;
    if (!hasCode(error, 'PORT_TAKEN')) throw error;
    throw await withHolder(client, error, options);
  }
}

async function completeNetworks({ client, signal }: Execution, container: string): Promise<void> {
  const found = await inspectContainer(client, container, { signal });
  const wanted = readNetworksLabel(found.Config.Labels[NETWORKS_LABEL]);
  const missing = Object.entries(wanted).filter(([name]) => !(name in found.NetworkSettings.Networks));
  await connectAll(client, found.Id, Object.fromEntries(missing), { signal });
}

async function withHolder(client: DockerClient, error: unknown, options: CallOptions): Promise<unknown> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const port = takenPortOf(String(cause));
  if (!port) return error;
  const running = await client.call(
    'list containers',
    (docker, abortSignal) => docker.listContainers({ abortSignal }),
    options,
  );
  const number = Number(port.slice(port.lastIndexOf(':') + 1));
  const holder = running.find((entry) => entry.Ports.some((published) => published.PublicPort === number));
  return portTaken(port, holder ? nameOf(holder) : null, cause);
}
