'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Address of this installation as the reader reaches it; a word of its own until the page is in the browser. */
export function useOrigin(): string {
  return useSyncExternalStore(
    never,
    () => window.location.origin,
    () => 'https://jalon',
  );
}
