import { isReady, type ObservedContainer, type ObservedState, type StackModel } from '@jalon/contracts';
import { oldContainerName } from '@jalon/reconciler';

/** Where the gateway finds one exposed service. */
export interface RouteTarget {
  service: string;
  /** `/s/<project>/<environment>/<service>/` */
  path: string;
  /** Address of a container; empty while none runs. */
  targetHost: string;
  /** Addresses of every container that takes requests, the first one's first. */
  targetHosts: string[];
  targetPort: number;
  /** True: the service sees paths from `/`. False: it sees the whole path. */
  stripPath: boolean;
}

export interface RouteTargetsInput {
  project: string;
  environment: string;
  stack: StackModel;
  observed: ObservedState;
}

/** Service → how many containers of it the stack asks for; jobs are none. */
export function wantedReplicas(stack: StackModel): Record<string, number> {
  const running = Object.values(stack.services).filter(({ jalon }) => jalon.role !== 'job');
  return Object.fromEntries(running.map(({ name, replicas }) => [name, replicas]));
}

/** The path under which the gateway serves a service; it ends with a slash. */
export function servicePath(project: string, environment: string, service: string): string {
  return `/s/${project}/${environment}/${service}/`;
}

/** One target per service that the stack exposes, running or not: the gateway says which it is. */
export function routeTargets(input: RouteTargetsInput): RouteTarget[] {
  const { project, environment } = input;
  return exposedServices(input).map(({ service, port, strip, containers }) => {
    const targetHosts = containers.flatMap((container) => addressOf(container)?.address ?? []);
    return {
      service,
      path: servicePath(project, environment, service),
      targetHost: targetHosts[0] ?? '',
      targetHosts,
      targetPort: port,
      stripPath: strip,
    };
  });
}

/** The networks on which the targets' addresses are: a gateway that is a container must be on them. */
export function routeNetworks(input: RouteTargetsInput): string[] {
  const networks = exposedServices(input).flatMap(({ containers }) =>
    containers.flatMap((container) => addressOf(container)?.network ?? []),
  );
  return [...new Set(networks)];
}

interface ExposedService {
  service: string;
  port: number;
  strip: boolean;
  /** Those that take requests; of a service without any that is ready, those that run. */
  containers: ObservedContainer[];
}

function exposedServices({ project, environment, stack, observed }: RouteTargetsInput): ExposedService[] {
  return Object.values(stack.services).flatMap(({ name, jalon, replicas }) => {
    if (!jalon.expose || jalon.role === 'job') return [];
    const { port, basePath } = jalon.expose;
    const running = Array.from(
      { length: replicas },
      (_, index) => serving(observed, `${project}-${environment}-${name}-${index + 1}`) ?? [],
    )
      .flat()
      .filter(({ state }) => state === 'running');
    const ready = running.filter(isReady);
    const containers = ready.length > 0 ? ready : running;
    return [{ service: name, port, strip: basePath === 'strip', containers }];
  });
}

/** While a new container has yet to show that it is healthy, the one before goes on serving if it still runs. */
function serving({ containers }: ObservedState, name: string): ObservedContainer | undefined {
  const current = containers.find((candidate) => candidate.name === name);
  const before = containers.find((candidate) => candidate.name === oldContainerName(name));
  const isReady = current?.state === 'running' && current.health === 'healthy';
  return !isReady && before?.state === 'running' ? before : current;
}

/** Networks are asked in the order of their names, so that the same snapshot gives the same address. */
function addressOf(container: ObservedContainer): { network: string; address: string } | null {
  for (const network of Object.keys(container.addresses).sort()) {
    const address = container.addresses[network];
    if (address) return { network, address };
  }
  return null;
}
