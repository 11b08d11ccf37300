import type { Operation } from '@jalon/contracts';

type WithoutEdges<T> = T extends unknown ? Omit<T, 'after' | 'service'> : never;

/** An operation before its place in the graph is known. */
export type StepOperation = WithoutEdges<Operation>;

/**
 * What must have happened before a step, beside the step before it:
 * images are on the host, networks and volumes exist, the services it depends on are ready.
 */
export type Gate = 'images' | 'resources' | 'dependencies';

export interface Step {
  operation: StepOperation;
  gates: Gate[];
}

/** Operations of one service, one after the other. A service of several containers may have several of these. */
export interface ServicePlan {
  service: string;
  steps: Step[];
}

/** By service, in the order given. */
export function chainsByService<T extends { service: string }>(chains: readonly T[]): Map<string, T[]> {
  const byService = new Map<string, T[]>();
  for (const chain of chains) byService.set(chain.service, [...(byService.get(chain.service) ?? []), chain]);
  return byService;
}

export function step(operation: StepOperation, ...gates: Gate[]): Step {
  return { operation, gates };
}

/**
 * Steps that must not wait for dependencies, because a network that those need is only made when this container is
 * gone, or a port that they need is only free then.
 */
export function early(steps: Step[]): Step[] {
  return steps.map(({ operation, gates }) => ({
    operation,
    gates: gates.filter((gate) => gate !== 'dependencies'),
  }));
}

/** Key of the last operation of a kind in a service's plan; null when there is none. */
export function lastKey(plan: ServicePlan | undefined, ...kinds: Operation['kind'][]): string | null {
  const found = plan?.steps.findLast(({ operation }) => kinds.includes(operation.kind));
  return found?.operation.key ?? null;
}
