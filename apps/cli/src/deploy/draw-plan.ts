import type {
  DesiredState,
  ObservedState,
  Plan,
  Refusal,
  ServiceModel,
  StackModel,
  StackTarget,
} from '@jalon/contracts';
import type { DockerEngine } from '@jalon/docker';
import { checkPolicy, desiredState, type PolicyAllowance, preflight, reconcile } from '@jalon/reconciler';
import type { Io } from '../io';
import { withHostPaths } from '../stack/allowance';
import type { LocalStack } from '../stack/read-stack';
import { keepUntilProven } from './keep-until-proven';

export interface PlanRequest {
  local: LocalStack;
  target: StackTarget;
  allowance: PolicyAllowance;
  profiles: readonly string[];
  /** Pull what builds begin from, so that the tag of what they make is known. False: only look. */
  pullMissing: boolean;
  signal: AbortSignal;
}

/** What would be done, and what it was decided from. */
export interface DrawnPlan {
  desired: DesiredState;
  observed: ObservedState;
  plan: Plan;
  /** What the file says and is not done, with the reason, by service. */
  left: { service: string; what: 'not run' | 'not opened'; reason: string }[];
}

/**
 * Holds the stack against the engine: the same validator, preflight and reconciler as the platform's.
 * @throws DomainError for a build that cannot be decided, or an engine that does not answer
 */
export async function drawPlan(io: Io, engine: DockerEngine, request: PlanRequest): Promise<DrawnPlan> {
  const { local, target, allowance, profiles, pullMissing, signal } = request;
  const stack = withHostPaths(local.stack, local.folder);
  const refusals = [...checkPolicy(stack, allowance), ...(await takenName(engine, target, signal))];
  const wanted = Object.fromEntries(
    Object.entries(stack.services).filter(([, one]) => reasonToLeave(one, profiles) === null),
  );
  // A stack that is refused is shown as it is; nothing of it is read, hashed or pulled.
  const images =
    refusals.length > 0 ? {} : await engine.resolveBuilds(target.project, wanted, { signal, pullMissing });
  const desired = withoutGateway(
    desiredState(stack, target, { profiles, resolveImage: ({ name }) => images[name]?.image ?? null }),
  );
  const observed = await observe(engine, desired, signal);
  const conflicts = preflight(desired, observed, { memoryBytes: null, cpus: null });
  const policy = { action: 'DEPLOY' as const, refusals: [...refusals, ...conflicts] };
  const plan = keepUntilProven(reconcile(desired, observed, policy, io.clock.now()));
  return { desired, observed, plan, left: leftOut(stack, profiles) };
}

/** The stack as the engine has it now. */
export function observe(
  engine: DockerEngine,
  desired: DesiredState,
  signal?: AbortSignal,
): Promise<ObservedState> {
  const images = [...new Set(Object.values(desired.services).map(({ image }) => image))];
  return engine.observe({ environmentId: desired.target.environmentId, images }, signal ? { signal } : {});
}

/** Nothing leads requests over to a new container here, so that none need wait for it. */
function withoutGateway(desired: DesiredState): DesiredState {
  const services = Object.entries(desired.services).map(([name, one]) => [name, { ...one, handover: false }]);
  return { ...desired, services: Object.fromEntries(services) };
}

async function takenName(engine: DockerEngine, target: StackTarget, signal: AbortSignal): Promise<Refusal[]> {
  const others = await engine.findOtherOwners(target.projectName, target.environmentId, { signal });
  const [first] = others;
  if (!first) return [];
  const owner =
    first.environmentId === null ? 'was not made by Jalon' : 'belongs to a Jalon platform on this engine';
  const more = others.length > 1 ? ` (and ${others.length - 1} more)` : '';
  const message = `The name ${target.projectName} is taken: the ${first.kind} ${first.name}${more} ${owner}. Choose another name with --project-name or --environment.`;
  return [{ rule: 'name-taken', service: null, message }];
}

const NO_GATEWAY = 'x-jalon.expose is for the gateway of the platform; publish a port instead';

function leftOut(stack: StackModel, profiles: readonly string[]): DrawnPlan['left'] {
  return Object.entries(stack.services).flatMap(([service, model]): DrawnPlan['left'] => {
    const reason = reasonToLeave(model, profiles);
    if (reason !== null) return [{ service, what: 'not run', reason }];
    return model.jalon.expose ? [{ service, what: 'not opened', reason: NO_GATEWAY }] : [];
  });
}

function reasonToLeave({ jalon, profiles: own }: ServiceModel, profiles: readonly string[]): string | null {
  if (jalon.role === 'job') return 'a job, which runs when the platform is asked for it';
  if (own.length === 0 || own.some((profile) => profiles.includes(profile))) return null;
  return `of profile ${own.join(', ')}`;
}
