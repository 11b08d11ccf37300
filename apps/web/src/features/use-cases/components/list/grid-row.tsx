'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import type { Column, ColumnKey } from '../../lib/columns';
import { CellContent } from './cell-content';
import { cellId } from './grid-cell';

export interface GridRowProps {
  useCase: UseCaseListItem;
  columns: readonly Column[];
  template: string;
  /** Place in the whole list, from 0. */
  index: number;
  /** Where it lies, in pixels. */
  top: number;
  /** Whether it is chosen; null where nothing can be. */
  selected: boolean | null;
  /** The control that stands in one of its cells while that is edited. */
  editor: { column: ColumnKey; control: ReactNode } | null;
  /** The column that the keyboard is on; null while it is on another row. */
  active: number | null;
  /** The largest high of the list: all ranges are drawn on one scale. */
  max: number;
}

/**
 * A row of the grid. It is drawn again only when what it shows changes, not while others scroll past; then it shows another
 * use case in the elements that are there. Few of them, and few that cut off or move what is in them: each such one is
 * laid out and painted apart.
 */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { useCase, columns, template, index, top, selected, editor, active, max } = props;
  const t = useTranslations('bulk');
  const locale = useLocale();
  const first = selected === null ? 0 : 1;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
    // biome-ignore lint/a11y/useSemanticElements: a row of a table cannot be placed by itself
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      className={clsx(
        'absolute left-0 grid h-9 w-full grid-rows-[2.1875rem] border-line border-b leading-[2.1875rem] contain-layout',
        editor && 'z-10',
        selected ? 'bg-accent-soft' : 'hover:bg-hover/60',
      )}
      style={{ gridTemplateColumns: template, top }}
    >
      {selected === null ? null : (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div
          id={active === 0 ? cellId(index, 0) : undefined}
          role="gridcell"
          aria-colindex={1}
          className={clsx('flex items-center pl-1.5', active === 0 && ACTIVE)}
        >
          {/* The grid listens, for all rows at once. */}
          <input
            type="checkbox"
            readOnly
            tabIndex={-1}
            checked={selected}
            aria-label={t('choose', { reference: useCaseReference(useCase.number) })}
            className="size-4 accent-accent"
          />
        </div>
      )}
      {columns.map(({ key, shape }, column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div
          key={key}
          id={active === column + first ? cellId(index, active) : undefined}
          role="gridcell"
          aria-colindex={column + first + 1}
          className={clsx(
            editor?.column === key
              ? 'relative flex min-w-0 items-center px-0.5 leading-normal'
              : ['px-3 first:pl-0.5', SHAPES[shape]],
            active === column + first && ACTIVE,
          )}
        >
          {editor?.column === key ? (
            editor.control
          ) : (
            <CellContent column={key} useCase={useCase} max={max} locale={locale} />
          )}
        </div>
      ))}
    </div>
  );
});

const ACTIVE = 'rounded-sm outline-2 outline-accent -outline-offset-2';

const SHAPES: Record<Column['shape'], string> = {
  words: 'truncate',
  figure: 'tabular whitespace-nowrap text-right',
  code: 'tabular whitespace-nowrap',
  drawing: 'flex items-center',
};
