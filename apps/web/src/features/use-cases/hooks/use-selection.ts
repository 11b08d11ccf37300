'use client';

import type { UseCaseListItem } from '@jalon/contracts';
import { useState } from 'react';
import { allOrNone, extended, NOTHING, toggled, without } from '../lib/selection';

export interface RowSelection {
  /** Those that are chosen, of the rows that are there, as they are now. */
  rows: UseCaseListItem[];
  has: (id: string) => boolean;
  toggle: (row: number) => void;
  /** A range to a row: from where the last one was chosen, or else from `from`. */
  extend: (row: number, from?: number) => void;
  toggleAll: () => void;
  drop: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Which rows of a list are chosen. What a filter takes out of the list is not chosen any more. */
export function useSelection(useCases: readonly UseCaseListItem[]): RowSelection {
  const [selection, setSelection] = useState(NOTHING);
  const ids = useCases.map(({ id }) => id);
  const idOf = (row: number | undefined): string | undefined => (row === undefined ? undefined : ids[row]);
  return {
    rows: useCases.filter(({ id }) => selection.picked.has(id)),
    has: (id) => selection.picked.has(id),
    toggle: (row) => {
      const id = idOf(row);
      if (id) setSelection(toggled(selection, id));
    },
    extend: (row, from) => {
      const id = idOf(row);
      if (id) setSelection(extended(selection, ids, id, idOf(from)));
    },
    toggleAll: () => setSelection(allOrNone(selection, ids)),
    drop: (gone) => setSelection(without(selection, gone)),
    clear: () => setSelection(NOTHING),
  };
}
