import type { ObservedState } from '@jalon/contracts';

/** The snapshot that the worker stored; null when there is none or it is from another version. */
export function readObservation(json: unknown): ObservedState | null {
  if (typeof json !== 'object' || json === null) return null;
  const observed = json as Partial<ObservedState>;
  const whole =
    Array.isArray(observed.containers) && Array.isArray(observed.networks) && Array.isArray(observed.volumes);
  if (!whole) return null;
  return {
    observedAt: observed.observedAt ?? '',
    engineVersion: observed.engineVersion ?? '',
    containers: observed.containers ?? [],
    networks: observed.networks ?? [],
    volumes: observed.volumes ?? [],
    images: observed.images ?? {},
    portsInUse: observed.portsInUse ?? {},
  };
}
