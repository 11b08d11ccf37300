import type { Cause, DesiredService, ObservedContainer, ObservedState, PartChange } from '@jalon/contracts';
import { isProven, mismatch, type VerdictOptions, verdictOf } from './container-state';
import type { OwnContainers } from './own-containers';
import { partChanges } from './part-changes';
import type { ReconcilePolicy } from './reconcile-policy';
import {
  bringBackStep,
  createSteps,
  dropSteps,
  handoverSteps,
  removeOldStep,
  setAsideStep,
  startStep,
  stopSteps,
  waitStep,
} from './service-steps';
import { early, type Step } from './step';

export interface ServiceInput {
  desired: DesiredService;
  own: OwnContainers;
  observed: ObservedState;
  policy: ReconcilePolicy;
  verdict: VerdictOptions;
  /** Somebody waits for its health, so it must have one. */
  healthExpected: boolean;
  /** Why its containers cannot stay, whatever their configuration: a network of theirs is gone or changes. */
  mustGo: Cause | null;
  /** Why this one must start again although nothing about it changed: a dependency did, and it asked for that. */
  restartCause: (container: ObservedContainer) => Cause | null;
}

const ABSENT: Cause = { code: 'ABSENT' };

/**
 * What one service needs, whatever state an interrupted plan left it in: at most one container under its name, and
 * the previous one beside it, stopped, for as long as the new one has not proved itself.
 */
export function planService(input: ServiceInput): Step[] {
  const { desired, own } = input;
  const before = own.current ?? own.old;
  const changes = before ? partChanges(before, desired) : [];
  return changes.length > 0 ? stepsOf(input).map((one) => withChanges(one, changes)) : stepsOf(input);
}

/** Says of the new container how it differs from the one that it replaces. */
function withChanges({ operation, gates }: Step, changes: PartChange[]): Step {
  if (operation.kind !== 'CREATE_CONTAINER') return { operation, gates };
  return { operation: { ...operation, changes }, gates };
}

function stepsOf(input: ServiceInput): Step[] {
  const { desired, own, mustGo } = input;
  const drop = (container: ObservedContainer, cause: Cause) =>
    dropSteps(container, cause, desired.stopGracePeriodMs);
  const strays = early(own.strays.flatMap((container) => drop(container, { code: 'SECOND_CONTAINER' })));
  if (mustGo === null) return [...strays, ...planPair(input, own.current, own.old)];
  const pair = [own.current, own.old].flatMap((container) => (container ? drop(container, mustGo) : []));
  const gone = early(pair);
  return [...strays, ...gone, ...createNew(input, gone.length > 0 ? mustGo : ABSENT)];
}

function planPair(
  input: ServiceInput,
  current: ObservedContainer | null,
  old: ObservedContainer | null,
): Step[] {
  if (!current) return old ? planFromOld(input, old) : createNew(input, ABSENT);
  const changed = mismatch(input.desired, current, input.observed);
  if (changed !== null) return replace(input, current, old, changed);
  const verdict = verdictOf(current, input.verdict);
  if (verdict.kind === 'recreate') {
    const dropped = dropSteps(current, verdict.cause, input.desired.stopGracePeriodMs);
    return [...dropped, ...(old ? planFromOld(input, old) : createNew(input, verdict.cause))];
  }
  const settled = settle(input, current);
  if (!old) return settled;
  const { containerName, stopGracePeriodMs } = input.desired;
  const leftover = removeOldStep(containerName);
  if (isHandedOver(input, old)) return [...settled, ...handover(input), leftover];
  return [...stopSteps(old, { code: 'REPLACED' }, stopGracePeriodMs), ...settled, leftover];
}

/** The container's configuration is right: start it, start it again, wait for it, or leave it. */
function settle(input: ServiceInput, current: ObservedContainer): Step[] {
  const { desired, restartCause } = input;
  const verdict = verdictOf(current, input.verdict);
  const wait = waitFor(input, current.health !== 'none');
  const name = desired.containerName;
  if (verdict.kind === 'start') return [startStep(name, verdict.cause), wait];
  const cause = verdict.kind === 'restart' ? verdict.cause : restartCause(current);
  if (cause !== null)
    return [...stopSteps(current, cause, desired.stopGracePeriodMs), startStep(name, cause), wait];
  return verdict.kind === 'wait' ? [wait] : [];
}

/** Only the previous container is left: it comes back if it is what is wanted, else it stays aside for the new one. */
function planFromOld(input: ServiceInput, old: ObservedContainer): Step[] {
  const { desired, observed } = input;
  const changed = mismatch(desired, old, observed);
  const unusable = verdictOf(old, input.verdict).kind === 'recreate';
  if (unusable) {
    const dropped = dropSteps(old, { code: 'CONTAINER_BROKEN', state: old.state }, desired.stopGracePeriodMs);
    return [...dropped, ...createNew(input, ABSENT)];
  }
  if (changed === null) {
    const back = bringBackStep(desired.containerName, { code: 'PREVIOUS_IS_WANTED' });
    return [back, ...settle(input, { ...old, name: desired.containerName })];
  }
  const leftover = removeOldStep(desired.containerName);
  if (isHandedOver(input, old)) return [...createNew(input, changed), ...handover(input), leftover];
  const parked = stopSteps(old, changed, desired.stopGracePeriodMs);
  return [...parked, ...createNew(input, changed), leftover];
}

function replace(
  input: ServiceInput,
  current: ObservedContainer,
  old: ObservedContainer | null,
  cause: Cause,
): Step[] {
  const { desired } = input;
  const name = desired.containerName;
  const grace = desired.stopGracePeriodMs;
  const aside = [setAsideStep(name), ...createNew(input, cause)];
  const setAside = isHandedOver(input, current)
    ? [...aside, ...handover(input)]
    : [...stopSteps(current, cause, grace), ...aside];
  const worthKeeping = !['created', 'dead', 'removing'].includes(current.state);
  if (!old && worthKeeping) return [...setAside, removeOldStep(name)];
  const failed = dropSteps(current, cause, grace);
  if (!old) return [...failed, ...createNew(input, cause)];
  if (!isProven(current, input.verdict)) return [...failed, ...planFromOld(input, old)];
  // The update before this one was ready but for its last step; its leftover makes room for the next one.
  const leftover = dropSteps(old, { code: 'LEFT_BY_UPDATE' }, grace).map(asLeftover);
  return [...leftover, ...setAside, removeOldStep(name)];
}

/** Health is what tells when the gateway may go over, so one of the two must have shown that there is a check. */
function isHandedOver({ desired, verdict }: ServiceInput, serving: ObservedContainer): boolean {
  if (!desired.handover || verdict.completes || serving.state !== 'running') return false;
  // A port of the host that it holds may be what another service waits for.
  if (serving.ports.some(({ published }) => published !== null)) return false;
  return serving.health === 'healthy' || (serving.health === 'none' && desired.hasHealthcheck);
}

function handover({ desired, policy }: ServiceInput): Step[] {
  return handoverSteps(desired.containerName, desired.stopGracePeriodMs, policy.drainMs);
}

/** Two containers bear the second name in one plan, one after the other: their keys must differ. */
function asLeftover({ operation, gates }: Step): Step {
  return { operation: { ...operation, key: `${operation.key}:leftover` }, gates };
}

function createNew(input: ServiceInput, cause: Cause): Step[] {
  return createSteps(input.desired, cause, waitFor(input, false));
}

function waitFor(input: ServiceInput, healthSeen: boolean): Step {
  const expects = { completion: input.verdict.completes, health: input.healthExpected || healthSeen };
  return waitStep(input.desired, expects, input.policy);
}
