'use client';

import { useTranslations } from 'next-intl';
import { placeOf, type TimeScale } from '../../lib/time-scale';

/** Names take this much; what is left is time. */
export const NAMES = '19rem';

export const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** Quarters or years above the rows, their lines down through them, and today. */
export function TimelineAxis({ scale, today }: { scale: TimeScale; today: Date }) {
  const t = useTranslations('useCaseList');
  return (
    <div aria-hidden className="sticky top-0 z-10 h-9 border-line-strong border-b bg-canvas">
      <div className="relative h-full" style={{ marginLeft: NAMES }}>
        {scale.ticks.map(({ at, year, quarter }) => (
          <span
            key={at}
            className="tabular absolute bottom-1 border-line border-l pl-1.5 text-2xs text-ink-3"
            style={{ left: percent(placeOf(scale, at)) }}
          >
            {quarter === null ? year : t('quarter', { quarter, year })}
          </span>
        ))}
        <span
          className="absolute top-0 bottom-0 border-accent border-l-2 pl-1 font-medium text-2xs text-accent"
          style={{ left: percent(placeOf(scale, today)) }}
        >
          {t('today')}
        </span>
      </div>
    </div>
  );
}
