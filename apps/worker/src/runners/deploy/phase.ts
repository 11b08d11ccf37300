import type { DeploymentStatus, Operation, OperationKind } from '@jalon/contracts';

type Phase = Extract<DeploymentStatus, 'BUILDING' | 'PULLING' | 'APPLYING' | 'VERIFYING'>;

const PHASES: Readonly<Record<OperationKind, Phase>> = {
  BUILD_IMAGE: 'BUILDING',
  PULL_IMAGE: 'PULLING',
  CREATE_NETWORK: 'APPLYING',
  REMOVE_NETWORK: 'APPLYING',
  CREATE_VOLUME: 'APPLYING',
  CREATE_CONTAINER: 'APPLYING',
  START_CONTAINER: 'APPLYING',
  STOP_CONTAINER: 'APPLYING',
  RENAME_CONTAINER: 'APPLYING',
  REMOVE_CONTAINER: 'APPLYING',
  SWITCH_ROUTE: 'APPLYING',
  WAIT_HEALTHY: 'VERIFYING',
  WAIT_RUNNING: 'VERIFYING',
  WAIT_COMPLETED: 'VERIFYING',
};

const ORDER: readonly Phase[] = ['BUILDING', 'PULLING', 'APPLYING', 'VERIFYING'];

/** The earliest phase that still has something to do: it only ever goes forward while a plan is walked. */
export function phaseOf(remaining: Iterable<Operation>): Phase {
  let earliest = ORDER.length - 1;
  for (const { kind } of remaining) earliest = Math.min(earliest, ORDER.indexOf(PHASES[kind]));
  return ORDER[earliest] ?? 'VERIFYING';
}
