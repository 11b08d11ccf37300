'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { KpiStateLabel } from '../kpi-state';
import { RangeBar } from '../range-bar';
import { UseCaseStatusBadge } from '../use-case-status';

export interface BoardCardProps {
  useCase: UseCaseListItem;
  /** The largest high of the list: all ranges are drawn on one scale. */
  max: number;
}

/** A use case on the board: what it is, whose, worth what, and how its KPI stands. */
export function BoardCard({ useCase, max }: BoardCardProps) {
  const t = useTranslations('useCase');
  const { number, title, owner, businessUnit, range, kpiState, status } = useCase;
  return (
    <li>
      <Link
        href={`/use-cases/${number}`}
        className="group block rounded-md bg-raised px-3 py-2.5 ring-1 ring-line ring-inset transition-shadow hover:ring-line-strong"
      >
        <span className="flex items-center gap-2 text-ink-3 text-xs">
          <span className="tabular">{useCaseReference(number)}</span>
          <span className="min-w-0 flex-1 truncate">{businessUnit.name}</span>
        </span>
        <span className="mt-0.5 block text-balance font-medium group-hover:text-accent">{title}</span>
        {range ? (
          <span className="mt-2 block">
            <RangeBar {...range} max={max} />
            <span className="mt-0.5 flex items-baseline justify-between gap-2 text-xs">
              <Money value={range.expected} currency={range.currency} className="font-semibold text-sm" />
              <span className="text-ink-3">
                <Money value={range.low} currency={range.currency} />
                {' – '}
                <Money value={range.high} currency={range.currency} />
              </span>
            </span>
          </span>
        ) : (
          <span className="mt-2 block text-ink-3 text-xs">{t('noEstimate')}</span>
        )}
        <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          {status === 'ACTIVE' ? null : <UseCaseStatusBadge status={status} />}
          {kpiState ? <KpiStateLabel state={kpiState} /> : <span className="text-ink-3">{t('noKpi')}</span>}
        </span>
        <span className="mt-1 block truncate text-ink-3 text-xs">{owner.name}</span>
      </Link>
    </li>
  );
}
