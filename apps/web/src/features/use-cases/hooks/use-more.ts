'use client';

import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent } from 'react';

const AHEAD = 15;

/** Asks for more rows when the last one in sight comes near the end of what is there. */
export function useMore(inSight: readonly VirtualItem[], loaded: number, more: () => void): void {
  const last = inSight.at(-1)?.index ?? 0;
  const ask = useEffectEvent(more);
  useEffect(() => {
    if (last >= loaded - AHEAD) ask();
  }, [last, loaded]);
}
