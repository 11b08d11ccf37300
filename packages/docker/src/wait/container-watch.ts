import { DomainError } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { cancelled } from '../client/deadline';
import { type EventSubscription, subscribe } from '../events';

/** What the events have told about one container since the subscription began. */
export interface ContainerFacts {
  running: boolean | null;
  health: 'none' | 'starting' | 'healthy' | 'unhealthy' | null;
  /** Deaths seen, and how the last one ended. */
  deaths: number;
  exitCode: number | null;
  outOfMemory: boolean;
  gone: boolean;
}

type Listener = (facts: ContainerFacts) => void;

export interface WatchOptions {
  deadlineMs: number;
  signal: AbortSignal;
  /** What is being waited for, to read after “waiting for”. */
  doing: string;
}

/** Follows the containers of one execution through one events subscription, shared by all waits. */
export class ContainerWatch {
  private readonly facts = new Map<string, ContainerFacts>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waits = new Set<(error: Error) => void>();
  private failure: Error | null = null;

  private constructor(private readonly subscription: EventSubscription | null) {}

  /** For a plan that waits for nothing: no subscription is made. */
  static closed(): ContainerWatch {
    return new ContainerWatch(null);
  }

  /** Resolves once the daemon has accepted the subscription, so that what is started afterwards is seen. */
  static async open(client: DockerClient, signal: AbortSignal): Promise<ContainerWatch> {
    const subscription = await subscribe(client, { signal });
    const watch = new ContainerWatch(subscription);
    watch.follow(subscription);
    return watch;
  }

  close(): void {
    this.subscription?.close();
  }

  /** Deaths of every container seen so far, as they stand now. */
  deaths(): Map<string, number> {
    return new Map([...this.facts].map(([id, facts]) => [id, facts.deaths]));
  }

  /** What is known by now; nothing is, before the first event. */
  read(containerId: string): ContainerFacts {
    return this.facts.get(containerId) ?? NOTHING_KNOWN;
  }

  /**
   * Resolves with the first facts for which `done` is true, looking at the present ones first.
   * Resolves with null at the deadline. Throws CANCELLED, or ENGINE_UNREACHABLE when the events break off.
   */
  until(
    containerId: string,
    done: (facts: ContainerFacts) => boolean,
    { deadlineMs, signal, doing }: WatchOptions,
  ): Promise<ContainerFacts | null> {
    const present = this.read(containerId);
    if (done(present)) return Promise.resolve(present);
    if (this.failure) return Promise.reject(this.failure);
    if (signal.aborted) return Promise.reject(cancelled(doing));
    return new Promise((resolve, reject) => {
      const listeners = this.listeners.get(containerId) ?? new Set<Listener>();
      this.listeners.set(containerId, listeners);
      const release = (): void => {
        clearTimeout(timer);
        listeners.delete(listener);
        this.waits.delete(fail);
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (error: Error): void => {
        release();
        reject(error);
      };
      const listener = (facts: ContainerFacts): void => {
        if (!done(facts)) return;
        release();
        resolve(facts);
      };
      const onAbort = (): void => fail(cancelled(doing));
      const timer = setTimeout(() => {
        release();
        resolve(null);
      }, deadlineMs);
      listeners.add(listener);
      this.waits.add(fail);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  private async follow({ events }: EventSubscription): Promise<void> {
    try {
      for await (const event of events) {
        const before = this.read(event.containerId);
        const after = next(before, event);
        this.facts.set(event.containerId, after);
        for (const listener of [...(this.listeners.get(event.containerId) ?? [])]) listener(after);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error : new DomainError('INTERNAL', 'The events broke off.'));
    }
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const fail of [...this.waits]) fail(error);
  }
}

const NOTHING_KNOWN: ContainerFacts = {
  running: null,
  health: null,
  deaths: 0,
  exitCode: null,
  outOfMemory: false,
  gone: false,
};

function next(
  facts: ContainerFacts,
  event: { action: string; health: ContainerFacts['health']; exitCode: number | null },
): ContainerFacts {
  switch (event.action) {
    case 'start':
      return { ...facts, running: true, health: null };
    case 'oom':
      return { ...facts, outOfMemory: true };
    case 'die':
      return { ...facts, running: false, deaths: facts.deaths + 1, exitCode: event.exitCode };
    case 'destroy':
      return { ...facts, running: false, gone: true };
    case 'health':
      return { ...facts, health: event.health };
    default:
      return facts;
  }
}
