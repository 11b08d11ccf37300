import { COMPOSE_LABELS, LABELS, type ObservedContainer, type ObservedState } from '@jalon/contracts';
import type Docker from 'dockerode';
import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectContainer, momentOf } from '../client/inspect';
import { publishedPorts, toObservedContainer } from './container-list';
import { containerStart } from './container-start';
import { findImages } from './find-images';

/** 128 + SIGKILL: by somebody, or by the kernel for lack of memory. */
const KILLED = 137;

export interface ObserveRequest {
  environmentId: string;
  /** References whose presence matters for the plan. */
  images: readonly string[];
  /** Inspect every running container, so that `startedAt` and `restartCount` are exact for all. Default: only where needed. */
  exact?: boolean;
}

/**
 * One environment as the daemon has it: three list calls, the images that were asked about, and one inspect for each
 * container that may be in a crash loop or may have lacked memory.
 * Throws ENGINE_UNREACHABLE when any of them gets no answer: a part is never taken for the whole.
 */
export async function observe(
  client: DockerClient,
  request: ObserveRequest,
  now: Date,
  options: CallOptions = {},
): Promise<ObservedState> {
  const filters = { label: [`${LABELS.environmentId}=${request.environmentId}`] };
  const [info, containers, networks, volumes, images] = await Promise.all([
    client.knownInfo(options),
    // Unfiltered: the ports that other containers hold are in the same answer.
    client.call(
      'list containers',
      (docker, abortSignal) => docker.listContainers({ all: true, abortSignal }),
      options,
    ),
    client.call(
      'list networks',
      (docker, abortSignal) => docker.listNetworks({ filters, abortSignal }),
      options,
    ),
    client.call(
      'list volumes',
      (docker, abortSignal) => docker.listVolumes({ filters, abortSignal }),
      options,
    ),
    findImages(client, request.images, options),
  ]);
  const own = containers.filter((entry) => entry.Labels?.[LABELS.environmentId] === request.environmentId);
  const others = containers.filter((entry) => entry.Labels?.[LABELS.environmentId] !== request.environmentId);
  return {
    observedAt: now.toISOString(),
    engineVersion: info.version,
    containers: await Promise.all(
      own.map((entry) => withTimes(client, entry, now, request.exact ?? false, options)),
    ),
    networks: networks.map((network) => ({
      id: network.Id,
      name: network.Name,
      key: network.Labels?.[COMPOSE_LABELS.network] ?? '',
      configHash: network.Labels?.[LABELS.configHash] ?? '',
    })),
    volumes: (volumes.Volumes ?? []).map((volume) => ({
      name: volume.Name,
      key: volume.Labels?.[COMPOSE_LABELS.volume] ?? '',
    })),
    images,
    portsInUse: publishedPorts(others),
  };
}

/** Only where restarts are likely, or exact figures are wanted, is a container inspected. */
async function withTimes(
  client: DockerClient,
  entry: Docker.ContainerInfo,
  now: Date,
  exact: boolean,
  options: CallOptions,
): Promise<ObservedContainer> {
  const container = toObservedContainer(entry);
  const { startedAt, late } = containerStart(entry, now);
  const running = entry.State === 'running';
  const killed = entry.State === 'exited' && container.exitCode === KILLED;
  if (entry.State !== 'restarting' && !late && !killed && !(exact && running))
    return { ...container, startedAt };
  const found = await orNull(inspectContainer(client, entry.Id, options));
  if (!found) return container;
  return {
    ...container,
    restartCount: found.RestartCount,
    oomKilled: found.State.OOMKilled,
    startedAt: killed ? startedAt : momentOf(found.State.StartedAt),
  };
}
