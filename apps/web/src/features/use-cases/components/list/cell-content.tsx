'use client';

import { type Locale, type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import Link from 'next/link';
import type { ColumnKey } from '../../lib/columns';
import { KpiStateLabel } from '../kpi-state';
import { RangeBar } from '../range-bar';
import { UseCaseStatusBadge } from '../use-case-status';

export interface CellContentProps {
  column: ColumnKey;
  useCase: UseCaseListItem;
  /** The largest high of the list: all ranges are drawn on one scale. */
  max: number;
  locale: Locale;
}

/** What a cell of the table says. The cell cuts off what is too long for it. */
export function CellContent({ column, useCase, max, locale }: CellContentProps) {
  const { number, title, stage, status, range, plan, kpiState } = useCase;
  switch (column) {
    case 'number':
      return <Quiet>{useCaseReference(number)}</Quiet>;
    case 'title':
      return (
        <Link
          href={`/use-cases/${number}`}
          prefetch={false}
          tabIndex={-1}
          className="rounded-sm font-medium hover:text-accent hover:underline"
        >
          {title}
        </Link>
      );
    case 'stage':
      if (status === 'ACTIVE') return stage.name[locale];
      return (
        <span className="flex items-center gap-2">
          <span className="truncate">{stage.name[locale]}</span>
          <UseCaseStatusBadge status={status} />
        </span>
      );
    case 'businessUnit':
      return <Plain>{useCase.businessUnit.name}</Plain>;
    case 'owner':
      return <Plain>{useCase.owner.name}</Plain>;
    case 'sponsor':
      return <Plain>{useCase.sponsor}</Plain>;
    case 'initiative':
      return <Plain>{useCase.initiative?.name}</Plain>;
    case 'tags':
      return <Plain>{useCase.tags.join(', ')}</Plain>;
    case 'range':
      return range ? <RangeBar {...range} max={max} className="w-full" /> : <None />;
    case 'expected':
      return <Money value={range?.expected} currency={range?.currency} className="font-medium" />;
    case 'riskAdjusted':
      return <Money value={useCase.riskAdjusted} currency={range?.currency} />;
    case 'start':
      return <Plain>{plan ? formatDate(new Date(plan.startDate), locale, 'UTC') : null}</Plain>;
    case 'estimated':
      return <Plain>{plan ? formatDate(plan.estimatedAt, locale, 'UTC') : null}</Plain>;
    case 'updated':
      return <Plain>{formatDate(useCase.updatedAt, locale, 'UTC')}</Plain>;
    case 'kpi':
      return kpiState ? <KpiStateLabel state={kpiState} /> : <None />;
    default:
      return useCase[column];
  }
}

/** A word among others, or a dash when there is none. */
function Plain({ children }: { children: string | null | undefined }) {
  return children ? <span className="text-ink-2">{children}</span> : <None />;
}

function Quiet({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}

function None() {
  return <span className="text-ink-3">–</span>;
}
