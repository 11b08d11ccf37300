import { DomainError } from '@jalon/contracts';
import type Docker from 'dockerode';
import { inspectContainer } from '../client/inspect';
import type { Execution } from '../execute/execution';

/** The container of a wait, as it stood when the wait began. */
export interface Subject {
  id: string;
  /** For messages. */
  service: string;
  container: string;
  hasHealthcheck: boolean;
  /** null: made and started by this execution, so the events tell everything. */
  found: Docker.ContainerInspectInfo | null;
  /** Deaths that were known before the wait: those of a restart that this plan made itself. */
  deathsBefore: number;
}

/** Asks the daemon only about containers that this execution did not make; the events cover the others from their birth. */
export async function subjectOf(
  execution: Execution,
  container: string,
  service: string | null,
): Promise<Subject> {
  const made = execution.made.get(container);
  const named = { container, service: service ?? container };
  if (made) {
    const hasHealthcheck = made.declaresHealth ?? (await execution.imageHasHealthcheck(made.image));
    return { ...named, id: made.id, hasHealthcheck, found: null, deathsBefore: 0 };
  }
  const { client, signal, watch } = execution;
  const deaths = watch.deaths();
  const found = await inspectContainer(client, container, { signal });
  const hasHealthcheck = found.State.Health !== undefined;
  return { ...named, id: found.Id, hasHealthcheck, found, deathsBefore: deaths.get(found.Id) ?? 0 };
}

/** True when it is down, and no start is under way. */
export function isDown(found: Docker.ContainerInspectInfo | null): boolean {
  return found !== null && !found.State.Running && !found.State.Restarting;
}

/** DEADLINE_EXCEEDED for a wait. */
export function waitedTooLong(service: string, what: string, deadlineMs: number): DomainError {
  return new DomainError(
    'DEADLINE_EXCEEDED',
    `Service “${service}” has not ${what} within ${deadlineMs / 1000} s.`,
  );
}
