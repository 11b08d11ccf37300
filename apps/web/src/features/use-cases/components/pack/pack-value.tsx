'use client';

import type { DecisionPack } from '@jalon/contracts';
import { formatMoney, formatNumber } from '@jalon/ui/format';
import { Section } from '@jalon/ui/section';
import { useLocale, useTranslations } from 'next-intl';

/** The range and the KPIs as they were judged. */
export function PackValue({ judged }: { judged: DecisionPack['judged'] }) {
  const t = useTranslations('pack');
  const locale = useLocale();
  const { estimate, kpis, expected } = judged;
  const money = (amount: string) => formatMoney(amount, estimate?.currency ?? 'EUR', locale);
  return (
    <Section title={t('value')}>
      {estimate ? (
        <div className="flex flex-col gap-1">
          {expected ? <p className="font-medium">{t('mean', { amount: money(expected) })}</p> : null}
          <p>
            {t('range', {
              low: money(estimate.low),
              high: money(estimate.high),
              likely: money(estimate.likely),
            })}
          </p>
          {estimate.oneOffCost && estimate.yearlyRunCost ? (
            <p>{t('costs', { once: money(estimate.oneOffCost), yearly: money(estimate.yearlyRunCost) })}</p>
          ) : null}
          {estimate.rampUpMonths !== null && estimate.horizonYears !== null ? (
            <p>{t('plan', { months: estimate.rampUpMonths, years: estimate.horizonYears })}</p>
          ) : null}
          {estimate.assumptions ? (
            <p className="max-w-prose text-ink-2">
              {t('assumptions')}: {estimate.assumptions}
            </p>
          ) : null}
        </div>
      ) : (
        <p className="text-ink-3">{t('noEstimate')}</p>
      )}
      {kpis.length > 0 ? (
        <table className="mt-3 w-full text-left">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th scope="col" className="py-1 font-medium">
                {t('kpi')}
              </th>
              {(['baseline', 'target', 'last'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 text-right font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kpis.map((kpi) => (
              <tr key={kpi.name} className="border-line border-b">
                <th scope="row" className="py-1 font-normal">
                  {kpi.name}
                </th>
                {[kpi.baseline, kpi.target, kpi.last?.value].map((value, index) => (
                  <td key={index} className="py-1 text-right tabular-nums">
                    {value === undefined ? t('none') : `${formatNumber(value, locale)} ${kpi.unit}`.trim()}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}
