import type { Execution } from '../execute/execution';
import { exitedError } from './exit-report';
import { isDown, subjectOf } from './subject';
import { waitHealthy } from './wait-healthy';

/**
 * Waits until the container has been up for `windowMs` without ending once; then, where its image brings a health
 * check, until that says healthy. Fails with SERVICE_EXITED or SERVICE_UNHEALTHY.
 */
export async function waitRunning(
  execution: Execution,
  container: string,
  service: string | null,
  { windowMs, deadlineMs }: { windowMs: number; deadlineMs: number },
): Promise<void> {
  const { client, watch, signal } = execution;
  const begun = Date.now();
  const subject = await subjectOf(execution, container, service);
  const { deathsBefore } = subject;
  if (isDown(subject.found)) throw await exitedError(client, container, subject.service);
  const ended = await watch.until(subject.id, (seen) => seen.deaths > deathsBefore || seen.gone, {
    deadlineMs: windowMs,
    signal,
    doing: `waiting for ${subject.service} to stay up`,
  });
  if (ended) throw await exitedError(client, container, subject.service, ended);
  if (!subject.hasHealthcheck) return;
  await waitHealthy(execution, container, service, Math.max(deadlineMs - (Date.now() - begun), 0));
}
