import type { ObservedContainer } from '@jalon/contracts';
import { containerNumber, oldContainerName } from '../desired/names';
import { replicaName } from '../desired/replica';

/** The containers of one service, by the part they play. */
export interface OwnContainers {
  current: ObservedContainer | null;
  /** The previous one, set aside by an update that has not ended. */
  old: ObservedContainer | null;
  /** Under any other name: nothing of ours leaves one behind, so it is removed. */
  strays: ObservedContainer[];
}

/** Long-running containers by service; jobs are left out, their runs look after them. */
export function containersByService(
  containers: readonly ObservedContainer[],
): Map<string, ObservedContainer[]> {
  const byService = new Map<string, ObservedContainer[]>();
  for (const container of containers) {
    if (container.kind !== 'service') continue;
    const list = byService.get(container.service) ?? [];
    list.push(container);
    byService.set(container.service, list);
  }
  return byService;
}

/** All containers of one service: those of each replica that is wanted, those beyond, and what bears no name of ours. */
export interface OwnReplicas {
  /** By number, the first one first. */
  replicas: OwnContainers[];
  /** Of a service that had more containers, the highest number first. */
  beyond: ObservedContainer[];
  strays: ObservedContainer[];
}

/**
 * @param first name of the service's first container
 * @param wanted how many there should be; null: as many as are there
 */
export function ownReplicas(
  containers: readonly ObservedContainer[],
  first: string,
  wanted: number | null,
): OwnReplicas {
  const numberOf = (container: ObservedContainer): number | null => {
    const number = containerNumber(container.name);
    if (number === null) return null;
    const name = replicaName(first, number);
    return container.name === name || container.name === oldContainerName(name) ? number : null;
  };
  const numbers = new Set(containers.flatMap((container) => numberOf(container) ?? []));
  const kept =
    wanted === null
      ? [...numbers].sort((left, right) => left - right)
      : Array.from({ length: wanted }, (_, index) => index + 1);
  const replicas = kept.map((number) => ({
    ...ownContainers(containers, replicaName(first, number)),
    strays: [],
  }));
  const beyond = containers
    .filter((container) => !kept.includes(numberOf(container) ?? kept[0] ?? 1))
    .sort((left, right) => (numberOf(right) ?? 0) - (numberOf(left) ?? 0));
  return { replicas, beyond, strays: containers.filter((container) => numberOf(container) === null) };
}

export function ownContainers(containers: readonly ObservedContainer[], name: string): OwnContainers {
  const old = oldContainerName(name);
  return {
    current: containers.find((container) => container.name === name) ?? null,
    old: containers.find((container) => container.name === old) ?? null,
    strays: containers.filter((container) => container.name !== name && container.name !== old),
  };
}
