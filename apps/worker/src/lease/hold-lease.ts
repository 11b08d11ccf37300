/** What ends the work under a lease before it is done. */
export type Interruption = 'cancelled' | 'lease-lost' | 'stopping';

/** The reason with which a signal of `holdLease` aborts. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor(readonly reason: Interruption) {
    super(reason);
  }
}

export interface HoldLeaseOptions {
  heartbeatMs: number;
  /** Nobody has renewed for this long: another worker may hold it by now. Milliseconds. */
  expiryMs: number;
  cancelPollMs: number;
  /** False: another worker holds it. A failure counts as “not renewed”. */
  renew(): Promise<boolean>;
  isCancelRequested(): Promise<boolean>;
  /** Aborts when the process is asked to stop. */
  stopping: AbortSignal;
}

export interface HeldLease {
  /** Aborts as soon as the lease is lost or the process must stop; never by a wish to cancel. */
  lost: AbortSignal;
  /** Aborts when somebody wishes to cancel. */
  cancelled: AbortSignal;
  /** Aborts for every reason, a wish to cancel included. */
  interrupted: AbortSignal;
  /** Looks now whether somebody wishes to cancel. */
  poke(): void;
  /** Ends the heartbeat and the watch. */
  end(): void;
}

/**
 * Keeps a lease alive and watches for a wish to cancel while work is done under it. When renewals fail for as long as
 * the lease lasts (the database is away), it counts as lost: another worker may have it.
 */
export function holdLease(options: HoldLeaseOptions): HeldLease {
  const lost = new AbortController();
  const cancelled = new AbortController();
  let renewedAt = performance.now();

  const beat = async (): Promise<void> => {
    const startedAt = performance.now();
    const held = await options.renew().catch(() => null);
    if (held === true) renewedAt = startedAt;
    if (held === false) lost.abort(new Interrupted('lease-lost'));
  };
  const look = async (): Promise<void> => {
    if (performance.now() - renewedAt > options.expiryMs) lost.abort(new Interrupted('lease-lost'));
    // The next look asks again when the database is away for this one.
    const wished = await options.isCancelRequested().catch(() => false);
    if (wished) cancelled.abort(new Interrupted('cancelled'));
  };
  const stop = (): void => lost.abort(new Interrupted('stopping'));

  const timers = [
    setInterval(() => void beat(), options.heartbeatMs),
    setInterval(() => void look(), options.cancelPollMs),
  ];
  options.stopping.addEventListener('abort', stop, { once: true });
  if (options.stopping.aborted) stop();
  return {
    lost: lost.signal,
    cancelled: cancelled.signal,
    interrupted: AbortSignal.any([lost.signal, cancelled.signal]),
    poke: () => void look(),
    end: () => {
      for (const timer of timers) clearInterval(timer);
      options.stopping.removeEventListener('abort', stop);
    },
  };
}
