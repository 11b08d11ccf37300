import { COMPOSE_LABELS, LABELS } from '@jalon/contracts';
import type { CallOptions, DockerClient } from '../client/client';

/** Something on the engine that bears the name of a stack and is not its own. */
export interface OtherOwner {
  kind: 'container' | 'network' | 'volume';
  name: string;
  /** The environment that it belongs to; null: Jalon did not make it. */
  environmentId: string | null;
}

/**
 * Containers, networks and volumes under a Compose project's name that belong to another environment, or to nobody that
 * Jalon knows. Whoever deploys under that name would meet them half-way.
 */
export async function findOtherOwners(
  client: DockerClient,
  projectName: string,
  environmentId: string,
  options: CallOptions = {},
): Promise<OtherOwner[]> {
  const filters = { label: [`${COMPOSE_LABELS.project}=${projectName}`] };
  const [containers, networks, volumes] = await Promise.all([
    client.call(
      'list containers',
      (docker, abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
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
  ]);
  const found: (Omit<OtherOwner, 'environmentId'> & { labels: Record<string, string> | undefined | null })[] =
    [
      ...containers.map(({ Names, Id, Labels }) => ({
        kind: 'container' as const,
        name: (Names[0] ?? Id).replace(/^\//, ''),
        labels: Labels,
      })),
      ...networks.map(({ Name, Labels }) => ({ kind: 'network' as const, name: Name, labels: Labels })),
      ...(volumes.Volumes ?? []).map(({ Name, Labels }) => ({
        kind: 'volume' as const,
        name: Name,
        labels: Labels,
      })),
    ];
  return found
    .map(({ kind, name, labels }) => ({ kind, name, environmentId: labels?.[LABELS.environmentId] ?? null }))
    .filter((owner) => owner.environmentId !== environmentId);
}
