import type { ObservedContainer, ObservedState, ServiceInstance } from '@jalon/contracts';
import { containerNumber } from '@jalon/reconciler';

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
  replicas: number;
  instances: ServiceInstance[];
}

/**
 * One entry per service of the snapshot. Of its containers the one that is worst off stands for it, so that trouble shows.
 * While a container is being replaced there are two of its number: the one that bears its own name counts.
 *
 * @param projectName `<project>-<environment>`, which prefixes every container's name
 * @param wanted service → containers that there should be; of a service that is not among them, as many as there are
 */
export function seenServices(
  observed: ObservedState,
  projectName: string,
  wanted: Readonly<Record<string, number>> = {},
): SeenService[] {
  const services = new Map<string, Map<number, ObservedContainer>>();
  for (const container of observed.containers) {
    if (container.kind !== 'service') continue;
    const number = numberOf(container, projectName);
    const chosen = services.get(container.service) ?? new Map<number, ObservedContainer>();
    const rival = chosen.get(number);
    if (!rival || preference(container, projectName) > preference(rival, projectName))
      chosen.set(number, container);
    services.set(container.service, chosen);
  }
  return [...services]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([service, chosen]) => {
      const replicas = Object.hasOwn(wanted, service) ? (wanted[service] ?? 1) : chosen.size;
      return toSeenService(
        [...chosen].sort(([a], [b]) => a - b),
        replicas,
      );
    });
}

/** A name that is none of ours counts as the first: it stands for a service that has nothing else. */
function numberOf({ name, service }: ObservedContainer, projectName: string): number {
  const isOurs = name.startsWith(`${projectName}-${service}-`);
  return isOurs ? (containerNumber(name) ?? 1) : 1;
}

function preference(container: ObservedContainer, projectName: string): number {
  const number = numberOf(container, projectName);
  const ownName = container.name === `${projectName}-${container.service}-${number}` ? 2 : 0;
  return ownName + (container.state === 'running' ? 1 : 0);
}

const HEALTH_ORDER = ['unhealthy', 'starting', 'none', 'healthy'];

/** Lower is worse. */
function wellbeing({ state, health }: ObservedContainer): number {
  return state === 'running' ? 1 + HEALTH_ORDER.indexOf(health) : 0;
}

function toSeenService(chosen: [number, ObservedContainer][], replicas: number): SeenService[] {
  const [worst] = chosen.map(([, container]) => container).sort((a, b) => wellbeing(a) - wellbeing(b));
  if (!worst) return [];
  return [
    {
      service: worst.service,
      containerId: worst.id,
      containerName: worst.name,
      image: worst.image,
      state: worst.state,
      health: worst.health,
      exitCode: worst.exitCode,
      restartCount: worst.restartCount,
      oomKilled: worst.oomKilled ?? false,
      startedAt: worst.startedAt ? new Date(worst.startedAt) : null,
      configHash: worst.configHash,
      ports: worst.ports,
      replicas,
      instances: chosen.map(([number, { id, state, health }]) => ({
        number,
        containerId: id,
        state,
        health,
      })),
    },
  ];
}
