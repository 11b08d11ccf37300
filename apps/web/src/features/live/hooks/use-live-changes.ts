'use client';

import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useRef } from 'react';
import { reportConnection } from '@/features/frame/lib/connection';
import { useTRPC } from '@/trpc/react';
import { affectedAreas, type QueryArea } from '../lib/affected';

/** Changes come in bursts (each step of a deployment): what they touch is read again once in this time, ms. */
const GATHER_MS = 250;

/**
 * The page's one stream: whatever changed is read again, and the top bar learns whether news arrives. Mount it once.
 */
export function useLiveChanges(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const opened = useRef(false);
  const gathered = useRef<{ areas: Set<QueryArea>; timer: ReturnType<typeof setTimeout> | null }>({
    areas: new Set(),
    timer: null,
  });

  const flush = () => {
    const { areas } = gathered.current;
    gathered.current = { areas: new Set(), timer: null };
    void queries.invalidateQueries({ predicate: ({ queryKey }) => areas.has(areaOf(queryKey)) });
  };
  const gather = (areas: readonly QueryArea[]) => {
    for (const area of areas) gathered.current.areas.add(area);
    if (areas.length > 0) gathered.current.timer ??= setTimeout(flush, GATHER_MS);
  };

  useSubscription(
    trpc.live.changes.subscriptionOptions(undefined, {
      onData: (event) => {
        reportConnection('up');
        if (event.kind === 'change') return gather(affectedAreas(event.change));
        // The first `ready` belongs to a page that was just read; a later one follows a gap.
        if (event.kind === 'resynced' || opened.current) void queries.invalidateQueries();
        opened.current = true;
      },
      onError: () => reportConnection('down'),
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting' && error) reportConnection('down');
      },
    }),
  );
}

/** tRPC's keys begin with the path: [['deployment', 'list'], …]. */
function areaOf(key: QueryKey): QueryArea {
  const [path] = key;
  return (Array.isArray(path) ? path[0] : '') as QueryArea;
}
