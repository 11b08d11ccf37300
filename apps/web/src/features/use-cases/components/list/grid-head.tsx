'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Column } from '../../lib/columns';
import type { ListState } from '../../lib/list-state';

export interface GridHeadProps {
  /** What chooses every row; its column comes before the others. Absent where nothing can be chosen. */
  select?: ReactNode;
  columns: readonly Column[];
  template: string;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** The names of the columns; pressed, the list is sorted by one, and pressed again the other way round. */
export function GridHead({ select, columns, template, state, onChange }: GridHeadProps) {
  const t = useTranslations('useCaseList.columns');
  const Arrow = state.descending ? ArrowDown : ArrowUp;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons have the focus
    // biome-ignore lint/a11y/useSemanticElements: a row of a table cannot stand above rows that are placed one by one
    <div
      role="row"
      aria-rowindex={1}
      className="grid h-9 border-line-strong border-b bg-canvas"
      style={{ gridTemplateColumns: template }}
    >
      {select ? (
        // biome-ignore lint/a11y/useFocusableInteractive: its box has the focus
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div role="columnheader" aria-colindex={1} className="flex items-center pl-1.5">
          {select}
        </div>
      ) : null}
      {columns.map(({ key, shape, sort }, index) => {
        const numeric = shape === 'figure';
        const active = sort !== undefined && state.sort === sort;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
          // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
          <div
            key={key}
            role="columnheader"
            aria-colindex={index + (select ? 2 : 1)}
            aria-sort={active ? (state.descending ? 'descending' : 'ascending') : undefined}
            className={clsx(
              'label-caps flex min-w-0 items-center px-3 first:pl-0.5',
              numeric && 'justify-end',
            )}
          >
            {sort ? (
              <button
                type="button"
                className="inline-flex min-w-0 items-center gap-1 rounded-sm hover:text-ink"
                onClick={() => onChange({ sort, descending: active ? !state.descending : numeric })}
              >
                <span className="truncate">{t(key)}</span>
                {active ? <Arrow aria-hidden size={12} className="shrink-0 text-ink" /> : null}
              </button>
            ) : (
              <span className="truncate">{t(key)}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
