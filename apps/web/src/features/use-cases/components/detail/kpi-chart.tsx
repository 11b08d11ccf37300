'use client';

import type { KpiView } from '@jalon/contracts';
import { formatDate, formatDateTime, formatNumber } from '@jalon/ui/format';
import { cadenceOf, isLate, missingSamples } from '@jalon/value';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChartTable } from '@/features/portfolio/components/chart-table';
import { kpiScale } from '../../lib/kpi-scale';
import { MissingNote } from './missing-note';
import { SampleTable } from './sample-table';

/** The right edge of a chart: the same on the server and in the browser, whatever the second. */
const endOfToday = (): Date => new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000);

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/**
 * Samples over time with baseline, target and the band that counts as on target. Gaps stay gaps; what the rhythm of the
 * KPI lets expect and is not there is marked at the foot, and a value that came late is hollow.
 */
export function KpiChart({ kpi, writable = false }: { kpi: KpiView; writable?: boolean }) {
  const t = useTranslations('kpi');
  const locale = useLocale();
  const [now] = useState(endOfToday);
  const scale = kpiScale(kpi, now);
  const moments = kpi.samples.map(({ at }) => at);
  const cadence = cadenceOf(moments);
  const missing = missingSamples(moments, now);
  const late = new Set(kpi.samples.filter((sample) => isLate(sample, cadence)).map(({ id }) => id));
  const figure = (value: string | number): string => `${formatNumber(value, locale)} ${kpi.unit}`.trim();
  const span = scale.end.getTime() - scale.start.getTime();
  const [target, tolerance] = [Number(kpi.target), Number(kpi.tolerance)];
  const top = scale.y(target + tolerance);
  const lines = [
    { key: 'baseline', value: kpi.baseline, dash: '4 4', ink: 'text-ink-3' },
    { key: 'target', value: kpi.target, dash: undefined, ink: 'text-good' },
  ] as const;
  return (
    <div>
      <div aria-hidden className="relative h-44 border-line border-b">
        <div
          className="absolute inset-x-0 min-h-px bg-good-soft"
          style={{ top: percent(top), height: percent(scale.y(target - tolerance) - top) }}
        />
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <title>{kpi.name}</title>
          {lines.map(({ key, value, dash, ink }) => (
            <line
              key={key}
              x1={0}
              x2={1}
              y1={scale.y(Number(value))}
              y2={scale.y(Number(value))}
              className={ink}
              stroke="currentColor"
              strokeDasharray={dash}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {scale.runs.map((run) => (
            <polyline
              key={run[0]?.id}
              points={run.map((point) => `${point.x},${point.y}`).join(' ')}
              className="text-accent"
              fill="none"
              stroke="currentColor"
              strokeWidth={1.75}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {scale.points.map((point) => (
          <span
            key={point.id}
            title={`${formatDateTime(point.at, locale, 'UTC')}: ${figure(point.value)}${late.has(point.id) ? `, ${t('lateValue')}` : ''}`}
            className={clsx(
              '-translate-x-1/2 -translate-y-1/2 absolute size-2 rounded-full ring-2 ring-canvas',
              late.has(point.id) ? 'border-2 border-accent bg-canvas' : 'bg-accent',
            )}
            style={{ left: percent(point.x), top: percent(point.y) }}
          />
        ))}
        {missing.map((at) => (
          <span
            key={at.getTime()}
            title={t('missingAt', { date: formatDate(at, locale, 'UTC') })}
            className="-translate-x-1/2 absolute bottom-0 h-2.5 w-px bg-warn"
            style={{ left: percent((at.getTime() - scale.start.getTime()) / span) }}
          />
        ))}
        {lines.map(({ key, value, ink }) => (
          <span
            key={key}
            className={`tabular absolute left-0 bg-canvas/80 pr-1 text-2xs ${ink} ${key === 'target' ? '' : '-translate-y-full'}`}
            style={{ top: percent(scale.y(Number(value))) }}
          >
            {t(key, { value: figure(value) })}
          </span>
        ))}
        {scale.points.length === 0 ? (
          <span className="absolute inset-0 flex items-center justify-center text-ink-3">
            {t('noSamples')}
          </span>
        ) : null}
      </div>
      <p aria-hidden className="flex justify-between pt-1 text-2xs text-ink-3">
        <span>{formatDate(scale.start, locale, 'UTC')}</span>
        <span>{formatDate(scale.end, locale, 'UTC')}</span>
      </p>
      <MissingNote missing={missing.length} cadence={cadence} />
      {kpi.samples.length > 0 ? (
        <ChartTable>
          <SampleTable kpi={kpi} cadence={cadence} writable={writable} />
        </ChartTable>
      ) : null}
    </div>
  );
}
