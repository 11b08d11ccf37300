'use client';

import type { Band as BandFigures } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { useTranslations } from 'next-intl';

export interface BandProps {
  band: BandFigures;
  currency: string;
  /** The right edge of the drawing. */
  max: number;
}

/** P10 to P90 as a band with the median in it, and both ends in figures. */
export function Band({ band, currency, max }: BandProps) {
  const t = useTranslations('portfolio');
  const at = (value: string): string => `${max > 0 ? Math.max(0, (Number(value) / max) * 100) : 0}%`;
  const width = `${max > 0 ? ((Number(band.p90) - Number(band.p10)) / max) * 100 : 0}%`;
  return (
    <div>
      <span aria-hidden className="relative mt-2 block h-3">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span
          className="-translate-y-1/2 absolute top-1/2 h-2 min-w-1 rounded-full bg-accent/25"
          style={{ left: at(band.p10), width }}
        />
        <span
          className="-translate-x-1/2 absolute inset-y-0 w-0.5 rounded-full bg-accent"
          style={{ left: at(band.p50) }}
        />
      </span>
      <p className="mt-1 text-ink-3 text-xs" title={t('bandHelp')}>
        {t.rich('band', {
          low: () => <Money value={band.p10} currency={currency} />,
          high: () => <Money value={band.p90} currency={currency} />,
        })}
      </p>
    </div>
  );
}
