'use client';

import type { PortfolioSummary } from '@jalon/contracts';
import { formatMoney } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';

export interface RealisedMonthsProps {
  months: PortfolioSummary['realised']['months'];
  confirmed: PortfolioSummary['verified']['months'];
  currency: string;
}

/** What each month of the year has earned so far, as small bars; the line under each is the share that finance confirmed. */
export function RealisedMonths({ months, confirmed, currency }: RealisedMonthsProps) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const highest = Math.max(1, ...months.map((month) => Math.abs(Number(month.computed))));
  const short = new Intl.DateTimeFormat(locale, { month: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (
    <ol aria-label={t('realisedByMonth')} className="mt-2 grid grid-cols-12 gap-1">
      {Array.from({ length: 12 }, (_, index) => {
        const month = months[index];
        const date = new Date(Date.UTC(2024, index, 1));
        const amount = Number(month?.computed ?? 0);
        const verified = Number(confirmed.find((entry) => entry.month === month?.month)?.confirmed ?? 0);
        const money = (value: number) => formatMoney(value, currency, locale);
        const label = month
          ? t('monthFigures', {
              month: long.format(date),
              computed: money(amount),
              confirmed: money(verified),
            })
          : undefined;
        return (
          <li key={long.format(date)} className="text-center text-2xs text-ink-3" title={label}>
            <span aria-hidden className="flex h-5 items-end">
              <span
                className={`w-full rounded-sm ${amount < 0 ? 'bg-bad' : month ? 'bg-accent/70' : 'bg-line'}`}
                style={{ height: month ? `${Math.max(4, (Math.abs(amount) / highest) * 100)}%` : '1px' }}
              />
            </span>
            {/* What finance has confirmed, as a share of what was computed. */}
            <span aria-hidden className="my-px block h-1 bg-line">
              <span
                className="block h-full bg-good"
                style={{
                  width: `${Math.min(100, (Math.max(0, verified) / (Math.abs(amount) || 1)) * 100)}%`,
                }}
              />
            </span>
            <span aria-hidden>{short.format(date)}</span>
            <span className="sr-only">{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
