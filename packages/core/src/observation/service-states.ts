import type { ObservedContainer, ObservedState } from '@jalon/contracts';

/** One service as it was seen; the shape of a ServiceState row without its keys to the environment and time. */
export interface SeenService {
  service: string;
  containerId: string;
  containerName: string;
  image: string;
  state: string;
  health: string;
  exitCode: number | null;
  restartCount: number;
  oomKilled: boolean;
  startedAt: Date | null;
  configHash: string;
  ports: ObservedContainer['ports'];
}

/**
 * One entry per service of the snapshot. While a service is being replaced it has two containers: the one that
 * bears the service's own name stands for it.
 *
 * @param projectName `<project>-<environment>`, which prefixes every container's name
 */
export function seenServices(observed: ObservedState, projectName: string): SeenService[] {
  const chosen = new Map<string, ObservedContainer>();
  for (const container of observed.containers) {
    if (container.kind !== 'service') continue;
    const rival = chosen.get(container.service);
    if (!rival || preference(container, projectName) > preference(rival, projectName)) {
      chosen.set(container.service, container);
    }
  }
  return [...chosen.values()].sort((a, b) => a.service.localeCompare(b.service)).map(toSeenService);
}

function preference(container: ObservedContainer, projectName: string): number {
  const ownName = container.name === `${projectName}-${container.service}-1` ? 2 : 0;
  return ownName + (container.state === 'running' ? 1 : 0);
}

function toSeenService(container: ObservedContainer): SeenService {
  return {
    service: container.service,
    containerId: container.id,
    containerName: container.name,
    image: container.image,
    state: container.state,
    health: container.health,
    exitCode: container.exitCode,
    restartCount: container.restartCount,
    oomKilled: container.oomKilled ?? false,
    startedAt: container.startedAt ? new Date(container.startedAt) : null,
    configHash: container.configHash,
    ports: container.ports,
  };
}
