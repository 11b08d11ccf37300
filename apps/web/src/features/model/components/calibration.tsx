'use client';

import type { CalibrationBin } from '@jalon/contracts';
import { formatShare } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { useTranslations } from 'next-intl';

const SIDE = 220;
const MARGIN = { left: 44, bottom: 24, top: 8, right: 24 };

/** Predicted probability beside what happened, bin by bin; on the diagonal the model is honest. */
export function Calibration({ bins }: { bins: readonly CalibrationBin[] }) {
  const t = useTranslations('model');
  const { locale } = useUi();
  const x = (share: number) => MARGIN.left + share * SIDE;
  const y = (share: number) => MARGIN.top + (1 - share) * SIDE;
  const largest = Math.max(1, ...bins.map((bin) => bin.count));
  const line = bins.map((bin) => `${x(bin.predicted)},${y(bin.observed)}`).join(' ');
  return (
    <figure>
      <figcaption className="label-caps pb-1">{t('calibration')}</figcaption>
      <svg
        width={SIDE + MARGIN.left + MARGIN.right}
        height={SIDE + MARGIN.top + MARGIN.bottom}
        aria-hidden="true"
        className="text-2xs"
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={x(share)} x2={x(share)} y1={y(0)} y2={y(1)} className="stroke-line" />
            <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} className="stroke-line" />
            <text x={x(share)} y={y(0) + 16} textAnchor="middle" className="fill-ink-3">
              {formatShare(share, locale, 0)}
            </text>
            <text x={x(0) - 6} y={y(share) + 3} textAnchor="end" className="fill-ink-3">
              {formatShare(share, locale, 0)}
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} strokeDasharray="3 4" className="stroke-ink-3" />
        <polyline points={line} fill="none" strokeWidth={1.5} className="stroke-series-1" />
        {bins.map((bin) => (
          <circle
            key={bin.predicted}
            cx={x(bin.predicted)}
            cy={y(bin.observed)}
            r={2.5 + 4 * Math.sqrt(bin.count / largest)}
            className="fill-series-1"
          />
        ))}
      </svg>
      <table className="sr-only">
        <caption>{t('calibration')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('predicted')}</th>
            <th scope="col">{t('observed')}</th>
            <th scope="col">{t('rows')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.predicted}>
              <td>{formatShare(bin.predicted, locale)}</td>
              <td>{formatShare(bin.observed, locale)}</td>
              <td>{bin.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
