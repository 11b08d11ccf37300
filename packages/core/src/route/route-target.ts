import type { ObservedContainer, ObservedState, StackModel } from '@jalon/contracts';
import { oldContainerName } from '@jalon/reconciler';

/** Where the gateway finds one exposed service. */
export interface RouteTarget {
  service: string;
  /** `/s/<project>/<environment>/<service>/` */
  path: string;
  /** Address of the container; empty while it does not run. */
  targetHost: string;
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

/** The path under which the gateway serves a service; it ends with a slash. */
export function servicePath(project: string, environment: string, service: string): string {
  return `/s/${project}/${environment}/${service}/`;
}

/** One target per service that the stack exposes, running or not: the gateway says which it is. */
export function routeTargets(input: RouteTargetsInput): RouteTarget[] {
  const { project, environment } = input;
  return exposedServices(input).map(({ service, port, strip, container }) => ({
    service,
    path: servicePath(project, environment, service),
    targetHost: addressOf(container)?.address ?? '',
    targetPort: port,
    stripPath: strip,
  }));
}

/** The networks on which the targets' addresses are: a gateway that is a container must be on them. */
export function routeNetworks(input: RouteTargetsInput): string[] {
  const networks = exposedServices(input).flatMap(({ container }) => addressOf(container)?.network ?? []);
  return [...new Set(networks)];
}

interface ExposedService {
  service: string;
  port: number;
  strip: boolean;
  container: ObservedContainer | undefined;
}

function exposedServices({ project, environment, stack, observed }: RouteTargetsInput): ExposedService[] {
  return Object.values(stack.services).flatMap(({ name, jalon }) => {
    if (!jalon.expose || jalon.role === 'job') return [];
    const containerName = `${project}-${environment}-${name}-1`;
    const { port, basePath } = jalon.expose;
    const container = serving(observed, containerName);
    return [{ service: name, port, strip: basePath === 'strip', container }];
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
function addressOf(container: ObservedContainer | undefined): { network: string; address: string } | null {
  if (container?.state !== 'running') return null;
  for (const network of Object.keys(container.addresses).sort()) {
    const address = container.addresses[network];
    if (address) return { network, address };
  }
  return null;
}
