'use client';

import type { UseCaseListItem } from '@jalon/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useGridKeys } from '../../hooks/use-grid-keys';
import { useMore } from '../../hooks/use-more';
import { shownColumns } from '../../lib/columns';
import type { ListState } from '../../lib/list-state';
import { GridHead } from './grid-head';
import { cellId, GridRow } from './grid-row';

export interface UseCaseTableProps {
  /** The rows that are there so far. */
  useCases: readonly UseCaseListItem[];
  total: number;
  /** Asks for the rows after those. */
  more: () => void;
  /** The largest high of the list. */
  max: number;
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

const ROW = 36;
const MIN_WIDTH = 64;
/** Before the frame has been measured: enough for a first screen. */
const FIRST = { width: 1200, height: 720 };

/** The list as a grid, of which only what is in sight is drawn. Arrows move in it, Enter opens. */
export function UseCaseTable({ useCases, total, more, max, state, onChange }: UseCaseTableProps) {
  const t = useTranslations('useCaseList');
  const frame = useRef<HTMLDivElement>(null);
  const columns = shownColumns(state.hidden);
  const template = columns.map(({ width }) => width).join(' ');
  const rows = useVirtualizer({
    count: useCases.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: FIRST,
    scrollPaddingStart: ROW,
  });
  const inSight = rows.getVirtualItems();
  useMore(inSight, useCases.length, more);
  const keys = useGridKeys({
    rows: useCases.length,
    columns: columns.length,
    page: Math.max(1, Math.floor((frame.current?.clientHeight ?? FIRST.height) / ROW) - 2),
    show: (row) => rows.scrollToIndex(row),
    hrefOf: (row) => `/use-cases/${useCases[row]?.number}`,
  });
  const { active } = keys;
  const activeInSight = active && inSight.some(({ index }) => index === active.row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table
    <div
      ref={frame}
      role="grid"
      aria-label={t('tableLabel')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeInSight ? cellId(active.row, active.column) : undefined}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      className="relative max-h-[calc(100dvh-14rem)] min-h-64 overflow-auto overscroll-contain text-sm outline-none"
    >
      <div role="presentation" style={{ minWidth: `${Math.max(MIN_WIDTH, columns.length * 7)}rem` }}>
        {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table */}
        <div role="rowgroup">
          <GridHead columns={columns} template={template} state={state} onChange={onChange} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table */}
        <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const useCase = useCases[index];
            return useCase ? (
              <GridRow
                key={useCase.id}
                useCase={useCase}
                columns={columns}
                template={template}
                index={index}
                top={start}
                active={active?.row === index ? active.column : null}
                max={max}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
