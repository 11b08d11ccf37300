import type { ObservedContainer } from '@jalon/contracts';
import { oldContainerName } from '../desired/names';

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

export function ownContainers(containers: readonly ObservedContainer[], name: string): OwnContainers {
  const old = oldContainerName(name);
  return {
    current: containers.find((container) => container.name === name) ?? null,
    old: containers.find((container) => container.name === old) ?? null,
    strays: containers.filter((container) => container.name !== name && container.name !== old),
  };
}
