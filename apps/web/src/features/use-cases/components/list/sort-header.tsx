'use client';

import type { UseCaseSort } from '@jalon/contracts';
import { HeaderCell } from '@jalon/ui/table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListState } from '../../lib/list-state';

export interface SortHeaderProps {
  name: UseCaseSort;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}

/** Sorts by its column; pressed again, the other way round. */
export function SortHeader({ name, state, onChange, numeric, className, children }: SortHeaderProps) {
  const active = state.sort === name;
  const Arrow = state.descending ? ArrowDown : ArrowUp;
  return (
    <HeaderCell
      numeric={numeric}
      className={className}
      aria-sort={active ? (state.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
        onClick={() => onChange({ sort: name, descending: active ? !state.descending : Boolean(numeric) })}
      >
        {children}
        {active ? <Arrow aria-hidden size={12} className="text-ink" /> : null}
      </button>
    </HeaderCell>
  );
}
