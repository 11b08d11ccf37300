import type { ServiceInstance } from '@jalon/contracts';

/** The containers of a service from their JSON column, which only `recordObservation` writes. */
export function readInstances(json: unknown): ServiceInstance[] {
  return Array.isArray(json) ? (json as ServiceInstance[]) : [];
}
