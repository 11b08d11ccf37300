import { inspectContainer } from '../client/inspect';
import type { Execution } from '../execute/execution';
import { exitedError, unhealthyError } from './exit-report';
import { isDown, subjectOf } from './subject';

/**
 * Waits until the container's health check says healthy. Fails with SERVICE_UNHEALTHY when it says unhealthy or says
 * nothing before the deadline, and with SERVICE_EXITED when the container ends, each with the last lines of its log.
 */
export async function waitHealthy(
  execution: Execution,
  container: string,
  service: string | null,
  deadlineMs: number,
): Promise<void> {
  const { client, watch, signal } = execution;
  const subject = await subjectOf(execution, container, service);
  const { deathsBefore } = subject;
  if (isDown(subject.found)) throw await exitedError(client, container, subject.service);
  const known = subject.found?.State.Health?.Status;
  if (known === 'healthy') return;
  if (known === 'unhealthy') throw await unhealthyError(client, container, subject.service, 'is unhealthy');
  const facts = await watch.until(
    subject.id,
    (seen) =>
      seen.deaths > deathsBefore || seen.health === 'healthy' || seen.health === 'unhealthy' || seen.gone,
    { deadlineMs, signal, doing: `waiting for ${subject.service} to be healthy` },
  );
  if (facts === null) return judgeAtDeadline(execution, container, subject.service, deadlineMs);
  if (facts.deaths > deathsBefore || facts.gone)
    throw await exitedError(client, container, subject.service, facts);
  if (facts.health === 'unhealthy')
    throw await unhealthyError(client, container, subject.service, 'is unhealthy');
}

/** The daemon has the last word, should an event have been lost. */
async function judgeAtDeadline(
  execution: Execution,
  container: string,
  service: string,
  deadlineMs: number,
): Promise<void> {
  const { client, signal } = execution;
  const found = await inspectContainer(client, container, { signal });
  if (found.State.Health?.Status === 'healthy') return;
  if (isDown(found)) throw await exitedError(client, container, service);
  const verdict = found.State.Health
    ? `is not healthy after ${deadlineMs / 1000} s`
    : 'has no health check to wait for';
  throw await unhealthyError(client, container, service, verdict);
}
