import { parseStack } from '@jalon/compose';
import {
  type ErrorDetail,
  isDomainError,
  type ObservedState,
  type Plan,
  type StackModel,
} from '@jalon/contracts';
import {
  checkPolicy,
  DEFAULT_POLICY,
  desiredState,
  preflight,
  reconcile,
  stackTarget,
} from '@jalon/reconciler';
import type { EnvironmentKey } from '../project/project-access';

export interface PlanStackInput {
  composeText: string;
  /** In the clear; none of them leaves this function. */
  variables: Record<string, string>;
  environment: EnvironmentKey;
  revision: number;
  observed: ObservedState;
  /** False: the snapshot is old, and a port that it calls taken may be free by now. */
  fresh: boolean;
  /** The stack that runs now, for telling which images need no other build. */
  running: StackModel | null;
  now: Date;
}

/** Capacity is checked by whoever can ask the host. */
const NO_FACTS = { memoryBytes: null, cpus: null };

/** The plan of a file, or what keeps it from having one. Pure; a message never holds a variable's value. */
export function planStack(input: PlanStackInput): { plan: Plan | null; problems: ErrorDetail[] } {
  const { environment, observed } = input;
  const target = stackTarget({
    environmentId: environment.id,
    project: environment.project.slug,
    environment: environment.slug,
    revision: input.revision,
  });
  try {
    const { stack } = parseStack(input.composeText, input.variables);
    const desired = desiredState(stack, target, { builtImages: builtImages(stack, input) });
    const refusals = [...checkPolicy(stack), ...(input.fresh ? preflight(desired, observed, NO_FACTS) : [])];
    return { plan: reconcile(desired, observed, { ...DEFAULT_POLICY, refusals }, input.now), problems: [] };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problems = error.details.map(({ path, line, column }) => ({
      path,
      line,
      column,
      message: 'With the value of a variable put in, this cannot be read. Check the variables that it uses.',
    }));
    return { plan: null, problems: problems.length > 0 ? problems : [{ message: error.message }] };
  }
}

/** Images that run now, of services whose build is written as it was. */
function builtImages(stack: StackModel, input: PlanStackInput): Record<string, string> {
  return Object.fromEntries(
    input.observed.containers.flatMap(({ service, kind, image }) => {
      const build = JSON.stringify(stack.services[service]?.build ?? null);
      const before = JSON.stringify(input.running?.services[service]?.build ?? null);
      return kind === 'service' && build === before ? [[service, image]] : [];
    }),
  );
}
