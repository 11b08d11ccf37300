import type { Execution } from '../execute/execution';
import { exitedError } from './exit-report';
import { settled } from './settled';
import { subjectOf, waitedTooLong } from './subject';

/** Waits until the container has ended by itself with exit code 0. Any other end is SERVICE_EXITED. */
export async function waitCompleted(
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

  const state = subject.found?.State;
  if (state?.Status === 'exited') {
    if (state.ExitCode === 0) return;
    throw await exited();
  }
  const end = await settled(execution, subject, {
    byEvents: ({ deaths, gone }) => deaths > deathsBefore || gone,
    byState: ({ Status }) => Status === 'exited',
    deadlineMs,
    doing: `waiting for ${subject.service} to complete`,
  });
  if ('facts' in end) {
    if (end.facts.exitCode !== 0 || end.facts.gone) throw await exited(end.facts);
    return;
  }
  if (end.found === null) throw await exited();
  const { Status, ExitCode } = end.found.State;
  if (Status !== 'exited') throw waitedTooLong(subject.service, 'completed', deadlineMs);
  if (ExitCode !== 0) throw await exited();
}
