import { useSyncExternalStore } from 'react';

/** Whether news arrives by itself. `idle` before the first stream of the page is open. */
export interface Connection {
  state: 'idle' | 'up' | 'down';
  since: Date | null;
}

const IDLE: Connection = { state: 'idle', since: null };
let current: Connection = IDLE;
const listeners = new Set<() => void>();

/** Told by whoever holds the page's one stream. Repeating a state does not move its beginning. */
export function reportConnection(state: 'up' | 'down'): void {
  if (state === current.state) return;
  current = { state, since: new Date() };
  for (const notify of listeners) notify();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => IDLE,
  );
}
