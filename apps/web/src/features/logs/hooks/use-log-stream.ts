'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/trpc/react';
import { addBatch, EMPTY_BUFFER, type LogBuffer } from '../lib/log-buffer';

export interface LogStreamOptions {
  environmentId: string;
  /** null: all services. */
  service: string | null;
  /** Held: lines are still gathered, and shown when it goes on. */
  paused: boolean;
}

/** The lines of an environment while the page is open; begun anew for another service. */
export function useLogStream({ environmentId, service, paused }: LogStreamOptions) {
  const trpc = useTRPC();
  const gathered = useRef<LogBuffer>(EMPTY_BUFFER);
  const [shown, setShown] = useState<LogBuffer>(EMPTY_BUFFER);
  const held = useRef(paused);
  held.current = paused;

  useEffect(() => {
    gathered.current = EMPTY_BUFFER;
    setShown(EMPTY_BUFFER);
  }, [environmentId, service]);
  useEffect(() => {
    if (!paused) setShown(gathered.current);
  }, [paused]);

  const stream = useSubscription(
    trpc.log.tail.subscriptionOptions(
      { environmentId, service: service ?? undefined },
      {
        // A stream that was cut begins again with the last lines: what is shown must not double.
        onStarted: () => {
          gathered.current = EMPTY_BUFFER;
        },
        onData: (batch) => {
          gathered.current = addBatch(gathered.current, batch);
          if (!held.current) setShown(gathered.current);
        },
      },
    ),
  );
  return { buffer: shown, status: stream.status, error: stream.error, restart: stream.reset };
}
