import type { DockerEngine } from '@jalon/docker';
import type { Logger } from '@jalon/logger';

export interface EventFollower {
  /** Subscribes when it is not subscribed. */
  ensure(): void;
  close(): void;
}

/** Several events of one moment (a container that starts makes three) cost one look. */
const DEBOUNCE_MS = 200;

/** Another installation on the same engine may name its environments otherwise. */
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Tells of every environment in which something happened. A subscription that ends is not made again by itself: whoever
 * finds the engine answering calls `ensure`.
 */
export function followEvents(
  engine: DockerEngine,
  logger: Logger,
  onEnvironment: (environmentId: string) => void,
): EventFollower {
  const timers = new Map<string, NodeJS.Timeout>();
  let subscription: AbortController | null = null;

  const tellSoon = (environmentId: string): void => {
    if (timers.has(environmentId)) return;
    const timer = setTimeout(() => {
      timers.delete(environmentId);
      onEnvironment(environmentId);
    }, DEBOUNCE_MS);
    timers.set(environmentId, timer);
  };
  const follow = async (signal: AbortSignal): Promise<void> => {
    for await (const event of engine.events({ signal })) {
      if (UUID.test(event.environmentId) && event.kind === 'service') tellSoon(event.environmentId);
    }
  };
  return {
    ensure() {
      if (subscription) return;
      const controller = new AbortController();
      subscription = controller;
      follow(controller.signal)
        .catch((error: unknown) => logger.info({ err: error, engine: engine.where }, 'events ended'))
        .finally(() => {
          if (subscription === controller) subscription = null;
        });
    },
    close() {
      subscription?.abort();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
