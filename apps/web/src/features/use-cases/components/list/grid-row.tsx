'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { useTranslated } from '../../hooks/use-translated';
import type { Column, ColumnKey } from '../../lib/columns';
import type { GridPlace } from '../../lib/grid-move';
import { KpiStateLabel } from '../kpi-state';
import { RangeBar } from '../range-bar';
import { UseCaseStatusBadge } from '../use-case-status';

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

/** A row of the grid. It is drawn again only when what it shows changes, not while others scroll past. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { useCase, columns, template, index, top, selected, editor, active, max } = props;
  const t = useTranslations('bulk');
  const first = selected === null ? 0 : 1;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
    // biome-ignore lint/a11y/useSemanticElements: a row of a table cannot be placed by itself
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      className={clsx(
        'absolute top-0 left-0 grid h-9 w-full items-center border-line border-b',
        editor && 'z-10',
        selected ? 'bg-accent-soft' : 'hover:bg-hover/60',
      )}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      {selected === null ? null : (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div
          id={cellId(index, 0)}
          role="gridcell"
          aria-colindex={1}
          className={clsx('flex h-full items-center pl-1.5', active === 0 && ACTIVE)}
        >
          {/* The grid listens, for all rows at once. */}
          <input
            type="checkbox"
            readOnly
            tabIndex={-1}
            checked={selected}
            data-row={index}
            aria-label={t('choose', { reference: useCaseReference(useCase.number) })}
            className="size-4 accent-accent"
          />
        </div>
      )}
      {columns.map(({ key, numeric }, column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div
          key={key}
          id={cellId(index, column + first)}
          role="gridcell"
          aria-colindex={column + first + 1}
          className={clsx(
            'flex h-full min-w-0 items-center',
            editor?.column === key ? 'relative px-0.5' : 'overflow-hidden px-3 first:pl-0.5',
            numeric && 'tabular justify-end',
            active === column + first && ACTIVE,
          )}
        >
          {editor?.column === key ? editor.control : <CellContent column={key} useCase={useCase} max={max} />}
        </div>
      ))}
    </div>
  );
});

const ACTIVE = 'rounded-sm outline-2 outline-accent -outline-offset-2';

/** The id of a cell, for the grid to name the one that the keyboard is on. */
export const cellId = (row: number, column: number): string => `use-case-${row}-${column}`;

/** Which cell something in the grid belongs to; null for what is in none. */
export function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const [, row, column] = /^use-case-(\d+)-(\d+)$/.exec(cell?.id ?? '') ?? [];
  return row === undefined ? null : { row: Number(row), column: Number(column) };
}

interface CellContentProps {
  column: ColumnKey;
  useCase: UseCaseListItem;
  max: number;
}

function CellContent({ column, useCase, max }: CellContentProps) {
  const locale = useLocale();
  const say = useTranslated();
  const { number, title, stage, status, range, plan, kpiState } = useCase;
  const day = (date: Date | undefined) =>
    date ? <span className="whitespace-nowrap text-ink-2">{formatDate(date, locale, 'UTC')}</span> : <None />;
  switch (column) {
    case 'number':
      return <span className="tabular whitespace-nowrap text-ink-3">{useCaseReference(number)}</span>;
    case 'title':
      return (
        <Link
          href={`/use-cases/${number}`}
          prefetch={false}
          tabIndex={-1}
          className="truncate rounded-sm font-medium hover:text-accent hover:underline"
        >
          {title}
        </Link>
      );
    case 'stage':
      return (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">{say(stage.name)}</span>
          {status === 'ACTIVE' ? null : <UseCaseStatusBadge status={status} />}
        </span>
      );
    case 'businessUnit':
      return <span className="truncate text-ink-2">{useCase.businessUnit.name}</span>;
    case 'owner':
      return <span className="truncate text-ink-2">{useCase.owner.name}</span>;
    case 'sponsor':
      return useCase.sponsor ? <span className="truncate text-ink-2">{useCase.sponsor}</span> : <None />;
    case 'initiative':
      return useCase.initiative ? (
        <span className="truncate text-ink-2">{useCase.initiative.name}</span>
      ) : (
        <None />
      );
    case 'tags':
      return useCase.tags.length > 0 ? (
        <span className="truncate text-ink-2">{useCase.tags.join(', ')}</span>
      ) : (
        <None />
      );
    case 'range':
      return range ? <RangeBar {...range} max={max} className="w-full" /> : <None />;
    case 'expected':
      return <Money value={range?.expected} currency={range?.currency} className="font-medium" />;
    case 'riskAdjusted':
      return <Money value={useCase.riskAdjusted} currency={range?.currency} />;
    case 'start':
      return day(plan ? new Date(plan.startDate) : undefined);
    case 'estimated':
      return day(plan?.estimatedAt);
    case 'updated':
      return day(useCase.updatedAt);
    case 'kpi':
      return kpiState ? <KpiStateLabel state={kpiState} /> : <None />;
    default:
      return useCase[column];
  }
}

function None() {
  return <span className="text-ink-3">–</span>;
}
