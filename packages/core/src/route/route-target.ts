import type { ObservedState, StackModel } from '@jalon/contracts';

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
  const { project, environment, stack, observed } = input;
  return Object.values(stack.services).flatMap((service) => {
    const { expose } = service.jalon;
    if (!expose || service.jalon.role === 'job') return [];
    const container = observed.containers.find(
      (candidate) => candidate.name === `${project}-${environment}-${service.name}-1`,
    );
    return [
      {
        service: service.name,
        path: servicePath(project, environment, service.name),
        targetHost: container?.state === 'running' ? firstAddress(container.addresses) : '',
        targetPort: expose.port,
        stripPath: expose.basePath === 'strip',
      },
    ];
  });
}

/** Networks are asked in the order of their names, so that the same snapshot gives the same address. */
function firstAddress(addresses: Record<string, string>): string {
  const names = Object.keys(addresses).sort();
  return names.map((name) => addresses[name] ?? '').find((address) => address !== '') ?? '';
}
