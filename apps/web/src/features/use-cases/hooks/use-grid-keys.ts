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
}

/** The keyboard of a grid that has the focus itself and names its active cell. */
export function useGridKeys({ rows, columns, page, show, hrefOf }: GridKeysOptions) {
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
      router.push(hrefOf(bounded.row));
      return;
    }
    const next = moved(bounded, event.key, event.ctrlKey || event.metaKey, { rows, columns, page });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    show(next.row);
  };
  return {
    active: focused && rows > 0 ? bounded : null,
    onKeyDown,
    onFocus: (event: FocusEvent) => setFocused(event.target === event.currentTarget),
    onBlur: () => setFocused(false),
  };
}
