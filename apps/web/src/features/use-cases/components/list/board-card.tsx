'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { KpiStateLabel } from '../kpi-state';
import { RangeBar } from '../range-bar';
import { UseCaseStatusBadge } from '../use-case-status';

/** Height of a card with the space below it, in pixels: all are of one height, so that none has to be measured. */
export const CARD_HEIGHT = 164;

export interface BoardCardProps {
  useCase: UseCaseListItem;
  /** Place in its column, from 0, and how many stand there. */
  index: number;
  total: number;
  /** Where it lies, in pixels. */
  top: number;
  /** The largest high of the list: all ranges are drawn on one scale. */
  max: number;
}

/** A use case on the board: what it is, whose, worth what, and how its KPI stands. */
export const BoardCard = memo(function BoardCard({ useCase, index, total, top, max }: BoardCardProps) {
  const t = useTranslations('useCase');
  const { number, title, owner, businessUnit, range, kpiState, status } = useCase;
  return (
    <li
      aria-posinset={index + 1}
      aria-setsize={total}
      className="absolute left-0 w-full pb-2 contain-layout"
      style={{ height: CARD_HEIGHT, top }}
    >
      <Link
        href={`/use-cases/${number}`}
        prefetch={false}
        className="group flex h-full flex-col rounded-md bg-raised px-3 py-2.5 ring-1 ring-line ring-inset transition-shadow hover:ring-line-strong focus-visible:-outline-offset-2"
      >
        <span className="flex items-center gap-2 text-ink-3 text-xs">
          <span className="tabular">{useCaseReference(number)}</span>
          <span className="min-w-0 flex-1 truncate">{businessUnit.name}</span>
        </span>
        <span className="mt-0.5 line-clamp-2 text-balance font-medium leading-5 group-hover:text-accent">
          {title}
        </span>
        <span className="mt-auto block">
          {range ? (
            <>
              <RangeBar {...range} max={max} />
              <span className="mt-0.5 flex items-baseline justify-between gap-2 text-xs">
                <Money value={range.expected} currency={range.currency} className="font-semibold text-sm" />
                <span className="truncate text-ink-3">
                  <Money value={range.low} currency={range.currency} />
                  {' – '}
                  <Money value={range.high} currency={range.currency} />
                </span>
              </span>
            </>
          ) : (
            <span className="text-ink-3 text-xs">{t('noEstimate')}</span>
          )}
          <span className="mt-1 flex items-center gap-x-3 overflow-hidden whitespace-nowrap text-xs">
            {status === 'ACTIVE' ? null : <UseCaseStatusBadge status={status} />}
            {kpiState ? <KpiStateLabel state={kpiState} /> : <span className="text-ink-3">{t('noKpi')}</span>}
            <span className="min-w-0 flex-1 truncate text-right text-ink-3">{owner.name}</span>
          </span>
        </span>
      </Link>
    </li>
  );
});
