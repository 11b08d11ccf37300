import { DomainError } from '@jalon/contracts';

export interface Deadline {
  deadlineMs: number;
  signal?: AbortSignal;
  /** What is thrown when the time is up. */
  onDeadline: () => Error;
}

/** CANCELLED, with what was given up. */
export function cancelled(doing: string): DomainError {
  return new DomainError('CANCELLED', `Cancelled: ${doing}.`);
}

/**
 * Runs `action` until it settles, the time is up, or the caller's signal aborts, whichever is first.
 * The signal given to `action` aborts in the last two cases, so that nothing keeps running behind.
 */
export function withDeadline<T>(
  doing: string,
  action: (abortSignal: AbortSignal) => Promise<T>,
  { deadlineMs, signal, onDeadline }: Deadline,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(cancelled(doing));
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (error: Error): void => {
      release();
      reject(error);
      controller.abort();
    };
    const onAbort = (): void => giveUp(cancelled(doing));
    const timer = setTimeout(() => giveUp(onDeadline()), deadlineMs);
    const release = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    action(controller.signal).then(
      (value) => {
        release();
        resolve(value);
      },
      (error: unknown) => {
        release();
        reject(error);
      },
    );
  });
}

/** Waits `ms`, or less when the signal aborts (CANCELLED). */
export function delay(ms: number, doing: string, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.reject(cancelled(doing));
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(cancelled(doing));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
