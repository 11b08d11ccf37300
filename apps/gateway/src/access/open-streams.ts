import type { Caller } from './authenticate';
import type { Sessions } from './sessions';

export interface OpenStreams {
  /** Ends `stream` once the caller may no longer have it. Returns what takes it off the list. */
  add(caller: Caller, projectId: string, stream: { destroy(): void }): () => void;
  /** Looks at every open stream again. */
  check(): Promise<void>;
  close(): void;
}

interface OpenStream {
  caller: Caller;
  projectId: string;
  stream: { destroy(): void };
}

/** With the cache of two seconds in front of the sessions: nothing outlives its session by five seconds. */
const CHECK_MS = 2_000;

/** What is open for longer than a request: WebSockets, downloads, event streams. */
export function createOpenStreams(sessions: Sessions, onError: (error: unknown) => void): OpenStreams {
  const open = new Set<OpenStream>();

  const isAllowed = async ({ caller, projectId }: OpenStream): Promise<boolean> => {
    if (caller.kind !== 'person') return true;
    const visitor = await sessions.find(caller.visitor.sessionId);
    return visitor !== null && sessions.mayOpen(visitor, projectId);
  };
  const check = async (): Promise<void> => {
    await Promise.all(
      [...open].map(async (entry) => {
        if (!(await isAllowed(entry))) entry.stream.destroy();
      }),
    );
  };
  const timer = setInterval(() => check().catch(onError), CHECK_MS);
  timer.unref();
  return {
    add(caller, projectId, stream) {
      const entry = { caller, projectId, stream };
      open.add(entry);
      return () => open.delete(entry);
    },
    check,
    close: () => clearInterval(timer),
  };
}
