'use client';

import type { UseCaseListItem } from '@jalon/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useId, useMemo, useRef } from 'react';
import { useCellEdit } from '../../hooks/use-cell-edit';
import { useGridKeys } from '../../hooks/use-grid-keys';
import { useMore } from '../../hooks/use-more';
import { useSelection } from '../../hooks/use-selection';
import { SELECT_WIDTH, shownColumns } from '../../lib/columns';
import type { GridPlace } from '../../lib/grid-move';
import type { ListState } from '../../lib/list-state';
import { rowsDrawn, rowWindow } from '../../lib/row-window';
import { BulkBar } from './bulk/bulk-bar';
import { SelectAll } from './bulk/select-all';
import { CellEditor } from './cell-editor';
import { cellId, placeOf } from './grid-cell';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';

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
  /** Whether the reader may change any use case: then rows can be chosen. */
  mayWrite: boolean;
}

const ROW = 36;
const MIN_WIDTH = 64;
/** Before the frame has been measured: enough for a first screen. */
const FIRST = { width: 1200, height: 720 };

/**
 * The list as a grid, of which only what is in sight is drawn. Arrows move in it, Enter opens a use case, or a cell
 * that can be edited; Space and the shift key choose rows, which are then changed together.
 */
export function UseCaseTable(props: UseCaseTableProps) {
  const { useCases, total, more, max, state, onChange, mayWrite } = props;
  const t = useTranslations('useCaseList');
  const hint = useId();
  const frame = useRef<HTMLDivElement>(null);
  // The same array for as long as the columns are the same: a row is drawn again when its columns are others.
  const columns = useMemo(() => shownColumns(state.hidden), [state.hidden]);
  const first = mayWrite ? 1 : 0;
  const template = [...(mayWrite ? [SELECT_WIDTH] : []), ...columns.map(({ width }) => width)].join(' ');
  const selection = useSelection(useCases);
  const height = () => frame.current?.clientHeight ?? FIRST.height;
  const rows = useVirtualizer({
    count: useCases.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    rangeExtractor: ({ startIndex, count }) => rowWindow(startIndex, rowsDrawn(height(), ROW), count),
    initialRect: FIRST,
    scrollPaddingStart: ROW,
  });
  const inSight = rows.getVirtualItems();
  useMore(inSight, useCases.length, more);
  const cell = useCellEdit(useCases);
  const edit = ({ row, column }: GridPlace): boolean => cell.begin(row, columns[column - first]?.key);
  const keys = useGridKeys({
    rows: useCases.length,
    columns: columns.length + first,
    page: Math.max(1, Math.floor(height() / ROW) - 2),
    show: (row) => rows.scrollToIndex(row),
    hrefOf: (row) => `/use-cases/${useCases[row]?.number}`,
    choose: mayWrite
      ? { toggle: selection.toggle, extend: selection.extend, all: selection.toggleAll }
      : undefined,
    edit,
  });
  const toGrid = () => frame.current?.focus({ preventScroll: true });
  // One listener for the boxes of all rows, so that a row is drawn again only when it changes itself.
  const onClick = ({ target, shiftKey }: MouseEvent) => {
    const place = target instanceof HTMLInputElement && target.type === 'checkbox' ? placeOf(target) : null;
    if (!place) return;
    if (shiftKey) selection.extend(place.row);
    else selection.toggle(place.row);
    keys.goTo(place);
    toGrid();
  };
  const onDoubleClick = ({ target }: MouseEvent) => {
    const place = placeOf(target);
    if (!place || target instanceof HTMLInputElement) return;
    keys.goTo(place);
    edit(place);
  };
  const { active } = keys;
  const activeInSight = active && inSight.some(({ index }) => index === active.row);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table */}
      <div
        ref={frame}
        role="grid"
        aria-label={t('tableLabel')}
        aria-describedby={mayWrite ? hint : undefined}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + first}
        aria-multiselectable={mayWrite || undefined}
        aria-activedescendant={activeInSight ? cellId(active.row, active.column) : undefined}
        tabIndex={0}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onMouseDown={(event) => {
          // A range of rows shall not be one of text as well.
          if (event.shiftKey && mayWrite) event.preventDefault();
        }}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        className="relative max-h-[calc(100dvh-14rem)] min-h-64 overflow-auto overscroll-contain text-sm outline-none"
      >
        <div role="presentation" style={{ minWidth: `${Math.max(MIN_WIDTH, columns.length * 7)}rem` }}>
          {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table */}
          <div role="rowgroup" className="sticky top-0 z-10">
            <GridHead
              select={
                mayWrite ? <SelectAll selection={selection} loaded={useCases.length} total={total} /> : null
              }
              columns={columns}
              template={template}
              state={state}
              onChange={onChange}
            />
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one are in no table */}
          <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
            {inSight.map(({ index, start }) => {
              const useCase = useCases[index];
              return useCase ? (
                <GridRow
                  // The elements of a row that went out of sight show the one that came in.
                  key={index % inSight.length}
                  useCase={useCase}
                  columns={columns}
                  template={template}
                  index={index}
                  top={start}
                  selected={mayWrite ? selection.has(useCase.id) : null}
                  editor={
                    cell.open?.id === useCase.id
                      ? {
                          column: cell.open.column,
                          control: (
                            <CellEditor key={useCase.id} cell={cell} useCase={useCase} onLeave={toGrid} />
                          ),
                        }
                      : null
                  }
                  active={active?.row === index ? active.column : null}
                  max={max}
                />
              ) : null;
            })}
          </div>
        </div>
      </div>
      {mayWrite ? (
        <>
          <p id={hint} className="mt-1.5 text-ink-3 text-xs max-sm:hidden">
            {t('tableHint')}
          </p>
          <BulkBar
            selection={selection}
            loaded={useCases.length}
            total={total}
            onClear={() => {
              selection.clear();
              toGrid();
            }}
          />
        </>
      ) : null}
    </>
  );
}
