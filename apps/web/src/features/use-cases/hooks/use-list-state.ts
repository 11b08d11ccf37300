'use client';

import { useSearchParams } from 'next/navigation';
import { type ListState, listHref, readListState } from '../lib/list-state';

/** The state of the list and a way to change a part of it; both are the address. */
export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const state = readListState(useSearchParams());
  const change = (part: Partial<ListState>): void => {
    // Next follows the History API: the address changes without asking the server for the page again.
    window.history.replaceState(null, '', listHref({ ...state, ...part }));
  };
  return [state, change];
}
