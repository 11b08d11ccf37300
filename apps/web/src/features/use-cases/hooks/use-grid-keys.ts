'use client';

import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { type GridPlace, moved } from '../lib/grid-move';

export interface GridKeysOptions {
  rows: number;
  columns: number;
  /** Rows of a screen. */
  page: number;
  /** Brings a row into sight. */
  show: (row: number) => void;
  hrefOf: (row: number) => string;
  /** Chooses a row, or with the shift key a range from another; absent where nothing can be chosen. */
  choose?: { toggle: (row: number) => void; extend: (row: number, from: number) => void; all: () => void };
  /** Opens a cell to be edited; false when it is not one that can be. */
  edit?: (place: GridPlace) => boolean;
}

/** The keyboard of a grid that has the focus itself and names its active cell. */
export function useGridKeys(options: GridKeysOptions) {
  const { rows, columns, page, show, hrefOf, choose, edit } = options;
  const router = useRouter();
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const bounded = {
    row: Math.min(place.row, Math.max(0, rows - 1)),
    column: Math.min(place.column, columns - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The buttons of the head are pressed as buttons.
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && rows > 0) {
      event.preventDefault();
      if (!edit?.(bounded)) router.push(hrefOf(bounded.row));
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (choose && rows > 0 && (event.key === ' ' || (control && event.key === 'a'))) {
      event.preventDefault();
      if (event.key === 'a') choose.all();
      else choose.toggle(bounded.row);
      return;
    }
    const next = moved(bounded, event.key, control, { rows, columns, page });
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey && next.row !== bounded.row) choose?.extend(next.row, bounded.row);
    setPlace(next);
    show(next.row);
  };
  return {
    /** Puts the active cell elsewhere. */
    goTo: setPlace,
    active: focused && rows > 0 ? bounded : null,
    onKeyDown,
    onFocus: (event: FocusEvent) => setFocused(event.target === event.currentTarget),
    onBlur: () => setFocused(false),
  };
}
