import type { ObservedState } from '@jalon/contracts';

/** A host on which nothing of this environment is: what a plan for a first deployment is made against. */
export function emptyObservation(now: Date): ObservedState {
  return {
    observedAt: now.toISOString(),
    engineVersion: '',
    containers: [],
    networks: [],
    volumes: [],
    images: {},
    portsInUse: {},
  };
}
