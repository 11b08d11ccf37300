import type { DesiredState, DriftItem, ObservedState, Operation } from '@jalon/contracts';
import { reconcile } from '../plan/reconcile';

/** What a person has not to be told of as drift: pulls, waits, routes; and what putting back does not mend. */
const KINDS = new Set<Operation['kind']>([
  'CREATE_NETWORK',
  'REMOVE_NETWORK',
  'CREATE_VOLUME',
  'CREATE_CONTAINER',
  'START_CONTAINER',
  'STOP_CONTAINER',
  'REMOVE_CONTAINER',
]);
/** DEPENDENCY_RESTARTED needs exact times, which a look in passing does not have. */
const NO_DRIFT = new Set(['CRASH_LOOP', 'UNHEALTHY', 'DEPENDENCY_RESTARTED']);

/**
 * How a host differs from the revision that was deployed to it: one item for each service, network or volume, with the first
 * reason that the plan to put it back has for it. Empty when a start would do nothing. Pure.
 * @param now the present moment, on the clock of the engine's host.
 */
export function findDrift(desired: DesiredState, observed: ObservedState, now: Date): DriftItem[] {
  const { operations } = reconcile(desired, observed, { action: 'START' }, now);
  const items = new Map<string, DriftItem>();
  for (const operation of operations) {
    if (!KINDS.has(operation.kind) || NO_DRIFT.has(operation.cause.code)) continue;
    const item = itemOf(operation);
    if (!items.has(item.name)) items.set(item.name, item);
  }
  return [...items.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function itemOf(operation: Operation): DriftItem {
  const { cause } = operation;
  switch (operation.kind) {
    case 'CREATE_NETWORK':
      return { kind: 'NETWORK', name: operation.network.name, cause };
    case 'REMOVE_NETWORK':
      return { kind: 'NETWORK', name: operation.name, cause };
    case 'CREATE_VOLUME':
      return { kind: 'VOLUME', name: operation.volume.name, cause };
    default:
      return { kind: 'SERVICE', name: operation.service ?? operation.key, cause };
  }
}
