'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useLocale } from 'next-intl';
import { memo } from 'react';
import { useTranslated } from '../../hooks/use-translated';
import type { Column, ColumnKey } from '../../lib/columns';
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
  /** The column that the keyboard is on; null while it is on another row. */
  active: number | null;
  /** The largest high of the list: all ranges are drawn on one scale. */
  max: number;
}

/** A row of the grid. It is drawn again only when what it shows changes, not while others scroll past. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { useCase, columns, template, index, top, active, max } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
    // biome-ignore lint/a11y/useSemanticElements: a row of a table cannot be placed by itself
    <div
      role="row"
      aria-rowindex={index + 2}
      className="absolute top-0 left-0 grid h-9 w-full items-center border-line border-b hover:bg-hover/60"
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      {columns.map(({ key, numeric }, column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
        // biome-ignore lint/a11y/useSemanticElements: a cell of a table cannot be placed by itself
        <div
          key={key}
          id={cellId(index, column)}
          role="gridcell"
          aria-colindex={column + 1}
          className={clsx(
            'flex h-full min-w-0 items-center overflow-hidden px-3 first:pl-0.5',
            numeric && 'tabular justify-end',
            active === column && 'rounded-sm outline-2 outline-accent -outline-offset-2',
          )}
        >
          <CellContent column={key} useCase={useCase} max={max} />
        </div>
      ))}
    </div>
  );
});

/** The id of a cell, for the grid to name the one that the keyboard is on. */
export const cellId = (row: number, column: number): string => `use-case-${row}-${column}`;

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
