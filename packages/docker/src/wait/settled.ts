import { setInterval as ticks } from 'node:timers/promises';
import type Docker from 'dockerode';
import { orNull } from '../client/error-kind';
import { inspectContainer } from '../client/inspect';
import type { Execution } from '../execute/execution';
import type { ContainerFacts } from './container-watch';
import type { Subject } from './subject';

export interface SettledOptions {
  /** True for facts after which there is nothing more to wait for. */
  byEvents: (facts: ContainerFacts) => boolean;
  /** The same, of what the daemon answers when it is asked. */
  byState: (state: Docker.ContainerInspectInfo['State']) => boolean;
  deadlineMs: number;
  /** What is being waited for, to read after “waiting for”. */
  doing: string;
}

/** How a wait ended: with what the events told, or with what the daemon answered (null: it has no such container). */
export type Settled = { facts: ContainerFacts } | { found: Docker.ContainerInspectInfo | null };

/**
 * Waits for a container to settle. The events tell it at once; beside them the daemon is asked every `lookEveryMs`, so
 * that an event that was lost costs seconds and not the whole deadline. At the deadline the daemon has the last word,
 * settled or not. Throws CANCELLED, and ENGINE_UNREACHABLE when the events break off.
 */
export async function settled(
  execution: Execution,
  subject: Subject,
  { byEvents, byState, deadlineMs, doing }: SettledOptions,
): Promise<Settled> {
  const { client, watch } = execution;
  const over = new AbortController();
  const signal = AbortSignal.any([execution.signal, over.signal]);
  const look = () => orNull(inspectContainer(client, subject.id, { signal }));
  const told = async (): Promise<Settled> => {
    const facts = await watch.until(subject.id, byEvents, { deadlineMs, signal, doing });
    return facts ? { facts } : { found: await look() };
  };
  const asked = async (): Promise<Settled> => {
    for await (const _ of ticks(execution.lookEveryMs, undefined, { signal })) {
      // A look that fails says nothing: the events go on, or break off and say so.
      const found = await look().catch(() => undefined);
      if (found === undefined || (found && !byState(found.State))) continue;
      execution.logger.warn({ container: subject.container }, `the engine did not tell of it: ${doing}`);
      return { found };
    }
    throw new Error('unreachable: an interval has no end');
  };
  const events = told();
  try {
    // The ticks end with an error of their own when the signal aborts: why, the events say.
    return await Promise.race([events, asked().catch(() => events)]);
  } finally {
    over.abort();
  }
}
