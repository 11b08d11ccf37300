'use client';

import { VALUE_BANDS } from '@jalon/contracts';
import { formatMoney } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';

/** What a band of value is called: “€1 M – €3 M”, “over €10 M”. */
export function useBandName(): (band: number | null) => string {
  const t = useTranslations('useCaseList');
  const locale = useLocale();
  const money = (amount: string): string => formatMoney(amount, 'EUR', locale);
  return (band) => {
    if (band === null) return t('bandNone');
    const from = VALUE_BANDS[band];
    const to = VALUE_BANDS[band + 1];
    if (from && to) return t('bandBetween', { from: money(from), to: money(to) });
    return from ? t('bandOver', { from: money(from) }) : t('bandUnder', { to: money(to ?? '0') });
  };
}
