import { COMPOSE_LABELS, type DesiredService } from '@jalon/contracts';

/**
 * One container of a service by its number, counted from 1: all are alike but for name and number, so their hash is one. The
 * number is no part of it: a service that is scaled keeps the containers that it has.
 */
export function replicaOf(desired: DesiredService, number: number): DesiredService {
  if (number === 1) return desired;
  const { container } = desired;
  return {
    ...desired,
    containerName: replicaName(desired.containerName, number),
    container: { ...container, labels: { ...container.labels, [COMPOSE_LABELS.number]: String(number) } },
  };
}

/** Every container of a service that should be. */
export function replicasOf(desired: DesiredService): DesiredService[] {
  return Array.from({ length: desired.replicas }, (_, index) => replicaOf(desired, index + 1));
}

/** @param first name of the first container */
export function replicaName(first: string, number: number): string {
  return `${first.slice(0, -1)}${number}`;
}
