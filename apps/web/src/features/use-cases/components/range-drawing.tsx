'use client';

import { formatMoney } from '@jalon/ui/format';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';

export interface RangeDrawingProps {
  low: string;
  likely: string;
  high: string;
  expected: string;
  currency?: string;
  className?: string;
}

/** A range on its own axis from nothing (or from its loss) to its high, with likely and expected marked. */
export function RangeDrawing({
  low,
  likely,
  high,
  expected,
  currency = 'EUR',
  className,
}: RangeDrawingProps) {
  const t = useTranslations('useCase');
  const locale = useLocale();
  const from = Math.min(0, Number(low));
  const width = Math.max(Number(high) - from, 1);
  const at = (value: string): string => `${(((Number(value) - from) / width) * 100).toFixed(2)}%`;
  const money = (value: string): string => formatMoney(value, currency, locale);
  return (
    <div className={clsx('min-w-0', className)}>
      <span aria-hidden className="relative block h-6">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
        <span
          className="-translate-y-1/2 absolute top-1/2 h-2.5 rounded-full bg-accent/25 transition-all duration-150"
          style={{ left: at(low), right: 0 }}
        />
        <span
          className="-translate-x-1/2 absolute inset-y-1 w-0.5 rounded-full bg-accent transition-all duration-150"
          style={{ left: at(likely) }}
        />
        <span
          className="-translate-x-1/2 -translate-y-1/2 absolute top-1/2 size-2 rotate-45 bg-ink transition-all duration-150"
          style={{ left: at(expected) }}
        />
      </span>
      <p className="tabular flex flex-wrap justify-between gap-x-3 text-ink-3 text-xs">
        <span>{t('lowIs', { amount: money(low) })}</span>
        <span>{t('likelyIs', { amount: money(likely) })}</span>
        <span>{t('highIs', { amount: money(high) })}</span>
      </p>
    </div>
  );
}
