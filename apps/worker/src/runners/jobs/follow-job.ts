import { randomUUID } from 'node:crypto';
import { isDomainError } from '@jalon/contracts';
import {
  type FinishRunInput,
  finishRun,
  RUN_LOG_LIMIT,
  recordRunLog,
  recordRunStarted,
} from '@jalon/core/run-progress';
import type { JobOutcome } from '@jalon/docker';
import { isEngineAway, untilEngineAnswers } from '../../engine/engine-away';
import { Interrupted } from '../../lease/hold-lease';
import { isPassing } from '../../passing-error';
import { type JobTask, prepareJob } from './job-task';
import { createLogTail, type LogTail } from './log-tail';
import { type Verdict, verdictOf } from './verdict';

const FLUSH_MS = 500;
const CANCELLED: Verdict = { status: 'CANCELLED', exitCode: null, errorMessage: null, result: null };

/**
 * Runs one job to its end and writes what came of it. A job that an earlier worker had started is followed on, its
 * container being known by name; an engine that is away is waited for.
 *
 * @throws what will pass by itself (isPassing): the run stays open for the next attempt
 */
export async function followJob(task: JobTask): Promise<void> {
  const { held } = task;
  for (;;) {
    try {
      await runOnce(task);
      return;
    } catch (error) {
      held.lost.throwIfAborted();
      if (!isEngineAway(error)) throw error;
      await untilEngineAnswers(task.engine, held.lost);
    }
  }
}

async function runOnce(task: JobTask): Promise<void> {
  const { tools, run, lease, held } = task;
  const tail = createLogTail({
    limit: RUN_LOG_LIMIT,
    flushMs: FLUSH_MS,
    write: (text) => recordRunLog(tools.context, lease, run, text),
    onError: (error) => tools.context.logger.warn({ err: error, runId: run.id }, 'log of a run not written'),
  });
  const progress = { image: '' };
  const finish = async (verdict: Verdict): Promise<void> => {
    tail.close();
    await tail.flush();
    const end: FinishRunInput = { ...verdict, image: progress.image, log: tail.text() };
    await finishRun(tools.context, lease, run, end);
  };
  try {
    if (run.cancelRequested && run.status === 'QUEUED') return await finish(CANCELLED);
    await attempt(task, tail, progress, finish);
  } catch (error) {
    held.lost.throwIfAborted();
    if (isEngineAway(error)) throw error;
    const verdict = verdictOfError(task, error);
    if (!verdict) throw error;
    await finish(verdict);
  } finally {
    tail.close();
  }
}

async function attempt(
  task: JobTask,
  tail: LogTail,
  progress: { image: string },
  finish: (verdict: Verdict) => Promise<void>,
): Promise<void> {
  const { tools, run, lease, held, engine } = task;
  const container = await prepareJob(task, (text) => addText(tail, text));
  progress.image = container.image;
  await engine.runJob(container, {
    signal: held.cancelled,
    detach: held.lost,
    onStarted: () => {
      const { name: containerName, image } = container;
      return recordRunStarted(tools.context, lease, run, { containerName, image });
    },
    onLog: ({ line }) => tail.add(line),
    onFinished: (outcome: JobOutcome) => finish(verdictOf(outcome)),
  });
}

function addText(tail: LogTail, text: string): void {
  for (const line of text.split('\n')) if (line !== '') tail.add(line);
}

/** Null for what will pass by itself. */
function verdictOfError({ tools, run, held }: JobTask, error: unknown): Verdict | null {
  const isCancellation = error instanceof Interrupted || (isDomainError(error) && error.code === 'CANCELLED');
  if (held.cancelled.aborted && isCancellation) return CANCELLED;
  if (isPassing(error)) return null;
  const failed = { status: 'FAILED' as const, exitCode: null, result: null };
  if (isDomainError(error)) return { ...failed, errorMessage: error.message };
  const id = randomUUID();
  tools.context.logger.error({ err: error, id, runId: run.id }, 'a run met a bug');
  return {
    ...failed,
    errorMessage: `Something went wrong inside Jalon. Its log has the details under ${id}.`,
  };
}
