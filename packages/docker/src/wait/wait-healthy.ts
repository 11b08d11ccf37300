import type Docker from 'dockerode';
import type { Execution } from '../execute/execution';
import { exitedError, unhealthyError } from './exit-report';
import { settled } from './settled';
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
  const { client } = execution;
  const subject = await subjectOf(execution, container, service);
  const { deathsBefore } = subject;
  const exited = (seen?: Parameters<typeof exitedError>[3]) =>
    exitedError(client, container, subject.service, seen);
  const unhealthy = (verdict: string) => unhealthyError(client, container, subject.service, verdict);

  if (isDown(subject.found)) throw await exited();
  const known = subject.found?.State.Health?.Status;
  if (known === 'healthy') return;
  if (known === 'unhealthy') throw await unhealthy('is unhealthy');

  const end = await settled(execution, subject, {
    byEvents: ({ deaths, health, gone }) => deaths > deathsBefore || gone || isVerdict(health),
    byState: ({ Running, Restarting, Health }) => (!Running && !Restarting) || isVerdict(Health?.Status),
    deadlineMs,
    doing: `waiting for ${subject.service} to be healthy`,
  });
  if ('facts' in end) {
    const { facts } = end;
    if (facts.deaths > deathsBefore || facts.gone) throw await exited(facts);
    if (facts.health === 'unhealthy') throw await unhealthy('is unhealthy');
    return;
  }
  if (end.found === null || isDown(end.found)) throw await exited();
  const { Health } = end.found.State;
  if (Health?.Status !== 'healthy') throw await unhealthy(verdictOf(Health, deadlineMs));
}

const isVerdict = (health: string | null | undefined) => health === 'healthy' || health === 'unhealthy';

function verdictOf(health: Docker.ContainerInspectInfo['State']['Health'], deadlineMs: number): string {
  if (!health) return 'has no health check to wait for';
  return health.Status === 'unhealthy' ? 'is unhealthy' : `is not healthy after ${deadlineMs / 1000} s`;
}
