import { setMaxListeners } from 'node:events';
import { DomainError, type Operation, type Plan } from '@jalon/contracts';
import { cancelled } from '../client/deadline';
import { CallsUnderWay } from './calls-under-way';
import type { Execution } from './execution';
import { runOperation } from './run-operation';
import { type Lane, laneOf, Schedule } from './schedule';
import { type OnStep, StepReporter } from './step-reporter';

export interface ExecuteOptions {
  /** Cancels: whatever is waited for is given up within two seconds. */
  signal?: AbortSignal;
  /** Called, and awaited, before and after every operation, and while one makes progress. */
  onStep: OnStep;
  /** Makes the gateway lead to this container; where there is no gateway, nothing needs to be done. */
  switchRoute?: (container: string) => Promise<void>;
  /** Where calls are remembered that a cancel left behind; they are let finish, and not waited for here. */
  underWay?: CallsUnderWay;
  /** Operations on the daemon at a time; 6 to 8 is where it works fastest. Default 8. */
  concurrency?: number;
}

export interface ExecuteResult {
  outcome: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  /** The first operation that failed. */
  failure: { key: string; service: string | null; error: DomainError } | null;
  /** Keys of the operations that were not begun. */
  notBegun: string[];
}

/** Daemon work at a time when the caller does not say. */
export const DEFAULT_CONCURRENCY = 8;
const BUILDS_AT_A_TIME = 2;

type Common = Omit<Execution, 'signal' | 'switchRoute'>;
const noGateway = (): Promise<void> => Promise.resolve();

/**
 * Walks the plan's graph and makes no decision. After the first failure nothing new is begun, waits are given up, and
 * what the daemon is doing is let finish. Throws only what `onStep` throws, and POLICY_REFUSED for a refused plan.
 */
export async function execute(plan: Plan, common: Common, options: ExecuteOptions): Promise<ExecuteResult> {
  refuseRefused(plan);
  const outer = options.signal ?? new AbortController().signal;
  const switchRoute = options.switchRoute ?? noGateway;
  const underWay = options.underWay ?? new CallsUnderWay();
  const stop = new AbortController();
  const giveUp = AbortSignal.any([outer, stop.signal]);
  setMaxListeners(0, outer, giveUp);
  const schedule = new Schedule(plan.operations, roomFor(options.concurrency ?? DEFAULT_CONCURRENCY));
  const running = new Set<Promise<void>>();
  let failure: ExecuteResult['failure'] = null;
  let journalFailure: { error: unknown } | null = null;

  const failJournal = (error: unknown): void => {
    journalFailure ??= { error };
    stop.abort();
  };

  const perform = async (operation: Operation): Promise<void> => {
    const reporter = new StepReporter(operation.key, options.onStep, failJournal);
    // A call that the daemon has begun is let finish; a wait or a build is not worth it.
    const isCall = laneOf(operation) === 'call';
    const execution = { ...common, signal: isCall ? NEVER : giveUp, switchRoute };
    let succeeded = false;
    try {
      await reporter.start();
      const begin = (): Promise<DomainError | null> => attempt(execution, operation, reporter);
      const error = await (isCall ? callOrCancel(begin, operation, outer, underWay) : begin());
      succeeded = error === null;
      if (error && error.code !== 'CANCELLED') {
        failure ??= { key: operation.key, service: operation.service, error };
        stop.abort();
      }
      await reporter.finish(
        error === null ? 'SUCCEEDED' : error.code === 'CANCELLED' ? 'SKIPPED' : 'FAILED',
        error,
      );
    } catch (error) {
      failJournal(error);
    } finally {
      schedule.finish(operation, succeeded);
    }
  };

  for (;;) {
    if (!giveUp.aborted) {
      for (const operation of schedule.take()) {
        const task = perform(operation).finally(() => running.delete(task));
        running.add(task);
      }
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }

  if (journalFailure) throw (journalFailure as { error: unknown }).error;
  return { outcome: outcomeOf(failure, outer), failure, notBegun: schedule.left().map(({ key }) => key) };
}

/** Never aborts. */
const NEVER = new AbortController().signal;

/** What the call came to; at a cancel CANCELLED at once, and the call is remembered as under way. */
function callOrCancel(
  begin: () => Promise<DomainError | null>,
  operation: Operation,
  outer: AbortSignal,
  underWay: CallsUnderWay,
): Promise<DomainError | null> {
  if (outer.aborted) return Promise.resolve(cancelled(operation.key));
  return new Promise((resolve, reject) => {
    const done = begin();
    const leave = (): void => {
      underWay.add(done);
      resolve(cancelled(operation.key));
    };
    outer.addEventListener('abort', leave, { once: true });
    done.then(resolve, reject).finally(() => outer.removeEventListener('abort', leave));
  });
}

async function attempt(
  execution: Execution,
  operation: Operation,
  reporter: StepReporter,
): Promise<DomainError | null> {
  if (execution.signal.aborted) return cancelled(operation.key);
  try {
    await runOperation(execution, operation, (progress) => reporter.report(progress));
    return null;
  } catch (error) {
    return execution.client.mapError(error, operation.key);
  }
}

function outcomeOf(failure: ExecuteResult['failure'], outer: AbortSignal): ExecuteResult['outcome'] {
  if (failure) return 'FAILED';
  return outer.aborted ? 'CANCELLED' : 'SUCCEEDED';
}

function roomFor(concurrency: number): Record<Lane, number> {
  return { call: concurrency, build: BUILDS_AT_A_TIME, wait: Number.POSITIVE_INFINITY };
}

function refuseRefused(plan: Plan): void {
  const [first] = plan.refusals;
  if (!first) return;
  throw new DomainError(
    'POLICY_REFUSED',
    first.message,
    plan.refusals.map(({ rule, service, message }) => ({
      path: service ? `services.${service}` : rule,
      message,
    })),
  );
}
