import {
  type AbsentImage,
  type ErrorDetail,
  isDomainError,
  type ObservedState,
  type Plan,
  type StackModel,
} from '@jalon/contracts';
import {
  type AnswerRules,
  answerRefusals,
  checkPolicy,
  DEFAULT_POLICY,
  type DesiredOptions,
  desiredState,
  type PolicyAllowance,
  preflight,
  reconcile,
  recordedImages,
  stackTarget,
} from '@jalon/reconciler';
import type { EnvironmentKey } from '../project/project-access';
import { parseWithVariables } from './parse-with-variables';
import type { StackSource } from './stack-source';

export interface PlanStackInput {
  source: StackSource;
  /** In the clear; none of them leaves this function. */
  variables: Record<string, string>;
  environment: EnvironmentKey;
  revision: number;
  /** Service → image, of a revision that is applied again. */
  recorded: Record<string, string> | null;
  observed: ObservedState;
  /** False: the snapshot is old, and a port that it calls taken may be free by now. */
  fresh: boolean;
  /** The stack that runs now, for telling which images need no other build. */
  running: StackModel | null;
  /** What the host allows beyond the default. */
  allowance: PolicyAllowance;
  /** What was answered at the gates. */
  rules: AnswerRules;
  now: Date;
}

/** Capacity is checked by whoever can ask the host. */
const NO_FACTS = { memoryBytes: null, cpus: null };

export interface PlannedStack {
  plan: Plan | null;
  problems: ErrorDetail[];
  /** Recorded images that were not on the host. */
  absentImages: AbsentImage[];
}

/** The plan of a file, or what keeps it from having one. Pure; a message never holds a variable's value. */
export function planStack(input: PlanStackInput): PlannedStack {
  const { environment, observed } = input;
  const target = stackTarget({
    environmentId: environment.id,
    project: environment.project.slug,
    environment: environment.slug,
    revision: input.revision,
  });
  try {
    const { stack } = parseWithVariables(input.source, input.variables);
    const { options, absent } = decideImages(stack, input);
    const desired = desiredState(stack, target, options);
    const refusals = [
      ...checkPolicy(stack, input.allowance),
      ...answerRefusals(stack, input.rules),
      ...(input.fresh ? preflight(desired, observed, NO_FACTS) : []),
    ];
    const plan = reconcile(desired, observed, { ...DEFAULT_POLICY, refusals }, input.now);
    return { plan, problems: [], absentImages: absent };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problems = error.details.map(({ file, path, line, column }) => ({
      ...(file ? { file } : {}),
      path,
      line,
      column,
      message: 'With the value of a variable put in, this cannot be read. Check the variables that it uses.',
    }));
    return {
      plan: null,
      problems: problems.length > 0 ? problems : [{ message: error.message }],
      absentImages: [],
    };
  }
}

/** What each service would run on, as far as the snapshot tells. */
function decideImages(
  stack: StackModel,
  input: PlanStackInput,
): { options: DesiredOptions; absent: AbsentImage[] } {
  const { recorded, observed } = input;
  if (recorded === null) return { options: { builtImages: builtImages(stack, input) }, absent: [] };
  // What runs is on the host, whether or not it was asked for by name.
  const running = observed.containers.flatMap(({ image, imageId }): [string, string][] => [
    [image, imageId],
    [imageId, imageId],
  ]);
  const present = { ...Object.fromEntries(running), ...observed.images };
  const { images, absent } = recordedImages(stack, recorded, present);
  // What is built again gets the same tag, or the deployment is refused.
  const again = absent.flatMap(({ service, image }) =>
    stack.services[service]?.build ? [[service, image]] : [],
  );
  return { options: { images: { ...Object.fromEntries(again), ...images } }, absent };
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
