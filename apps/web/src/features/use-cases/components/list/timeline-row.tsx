'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { formatDate } from '@jalon/ui/format';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { useTranslated } from '../../hooks/use-translated';
import { monthsAfter, placeOf, type TimeScale } from '../../lib/time-scale';
import { NAMES, percent } from './timeline-axis';

export interface TimelineRowProps {
  useCase: UseCaseListItem;
  index: number;
  total: number;
  top: number;
  scale: TimeScale;
}

/** From the day it entered its stage to the day it is planned to earn, and the months until it earns in full. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { useCase, index, total, top, scale } = props;
  const t = useTranslations('useCaseList');
  const locale = useLocale();
  const say = useTranslated();
  const { number, title, stage, stageSince, plan } = useCase;
  const start = plan ? placeOf(scale, plan.startDate) : 0;
  const since = Math.min(placeOf(scale, stageSince), start);
  const full = plan ? placeOf(scale, monthsAfter(plan.startDate, plan.rampUpMonths)) : 0;
  const words = plan
    ? t('plannedFor', { date: formatDate(new Date(plan.startDate), locale, 'UTC') })
    : t('noPlan');
  return (
    <li
      aria-posinset={index + 1}
      aria-setsize={total}
      className="absolute top-0 left-0 flex h-10 w-full items-center border-line border-b hover:bg-hover/60"
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="min-w-0 shrink-0 pr-4" style={{ width: NAMES }}>
        <Link
          href={`/use-cases/${number}`}
          prefetch={false}
          className="block truncate rounded-sm font-medium leading-4 hover:text-accent hover:underline focus-visible:-outline-offset-2"
        >
          {title}
        </Link>
        <span className="block truncate text-2xs text-ink-3">
          {useCaseReference(number)} · {say(stage.name)} · {words}
        </span>
      </span>
      {plan ? (
        <span aria-hidden className="relative h-full flex-1">
          <span
            className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-line-strong"
            style={{ left: percent(since), width: percent(start - since) }}
          />
          <span
            className="absolute top-1/2 h-2 -translate-y-1/2 rounded-r-full bg-accent/35"
            style={{ left: percent(start), width: percent(full - start) }}
          />
          <span
            className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rotate-45 rounded-[2px] bg-accent"
            style={{ left: percent(start) }}
          />
        </span>
      ) : null}
    </li>
  );
});
