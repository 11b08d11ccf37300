import { inspectContainer } from '../client/inspect';
import type { Execution } from '../execute/execution';
import { exitedError } from './exit-report';
import { subjectOf, waitedTooLong } from './subject';

/** Waits until the container has ended by itself with exit code 0. Any other end is SERVICE_EXITED. */
export async function waitCompleted(
  execution: Execution,
  container: string,
  service: string | null,
  deadlineMs: number,
): Promise<void> {
  const { client, watch, signal } = execution;
  const subject = await subjectOf(execution, container, service);
  const { deathsBefore } = subject;
  const state = subject.found?.State;
  if (state?.Status === 'exited') {
    if (state.ExitCode === 0) return;
    throw await exitedError(client, container, subject.service);
  }
  const facts = await watch.until(subject.id, (seen) => seen.deaths > deathsBefore || seen.gone, {
    deadlineMs,
    signal,
    doing: `waiting for ${subject.service} to complete`,
  });
  const exitCode = facts ? facts.exitCode : await exitCodeNow(execution, container);
  if (exitCode === null) throw waitedTooLong(subject.service, 'completed', deadlineMs);
  if (exitCode !== 0 || facts?.gone) throw await exitedError(client, container, subject.service, facts);
}

async function exitCodeNow({ client, signal }: Execution, container: string): Promise<number | null> {
  const { State } = await inspectContainer(client, container, { signal });
  return State.Status === 'exited' ? State.ExitCode : null;
}
