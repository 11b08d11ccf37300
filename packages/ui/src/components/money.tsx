'use client';

import { clsx } from 'clsx';
import { type DecimalLike, formatExactMoney, formatMoney } from '../lib/format';
import { useUi } from './ui-provider';

export interface MoneyProps {
  /** A decimal string as it came from the API, or a number made for display. */
  value: DecimalLike | null | undefined;
  currency?: string;
  /** All digits instead of three. */
  exact?: boolean;
  className?: string;
}

/** `€1.2 M`, with the exact figure on hover and for a screen reader; a dash when there is none. */
export function Money({ value, currency = 'EUR', exact = false, className }: MoneyProps) {
  const { locale } = useUi();
  if (value === null || value === undefined || value === '') return <span className="text-ink-3">–</span>;
  const full = formatExactMoney(value, currency, locale);
  return (
    <data value={String(value)} title={full} className={clsx('tabular whitespace-nowrap', className)}>
      {exact ? full : formatMoney(value, currency, locale)}
    </data>
  );
}
