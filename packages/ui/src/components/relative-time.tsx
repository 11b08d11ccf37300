'use client';

import { useSyncExternalStore } from 'react';
import { formatDateTime, formatRelative } from '../lib/format';
import { useUi } from './ui-provider';

const TICK_MS = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = 0;

/** One timer for every moment on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    tick += 1;
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export interface RelativeTimeProps {
  date: Date;
  className?: string;
}

/** `3 minutes ago`, kept true while the page is open, with the exact moment on hover. */
export function RelativeTime({ date, className }: RelativeTimeProps) {
  const { locale } = useUi();
  const mounted =
    useSyncExternalStore(
      subscribe,
      () => tick,
      () => -1,
    ) >= 0;
  return (
    // The server's clock and zone are not the reader's: the exact moment is only told in the browser.
    <time
      dateTime={date.toISOString()}
      title={mounted ? formatDateTime(date, locale) : undefined}
      className={className}
      suppressHydrationWarning
    >
      {formatRelative(date, new Date(), locale)}
    </time>
  );
}
