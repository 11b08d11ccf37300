'use client';

import type { ConfusionMatrix } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { useUi } from '@jalon/ui/ui-provider';
import { useTranslations } from 'next-intl';

/** Counts of what happened beside what was predicted; the ground of a cell says its share of its row. */
export function Confusion({ matrix }: { matrix: ConfusionMatrix }) {
  const t = useTranslations('model');
  const { locale } = useUi();
  const word = (label: string) =>
    label === 'positive' || label === 'negative' ? t(`class.${label}`) : label;
  return (
    <table className="text-sm">
      <caption className="label-caps pb-1 text-left">{t('confusion')}</caption>
      <thead>
        <tr>
          <th scope="col" className="px-3 py-1 text-left font-normal text-ink-3 text-xs">
            {t('actual')} \ {t('predicted')}
          </th>
          {matrix.labels.map((label) => (
            <th key={label} scope="col" className="px-3 py-1 text-right font-medium">
              {word(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.counts.map((row, index) => {
          const total = row.reduce((sum, count) => sum + count, 0);
          const label = matrix.labels[index] ?? '';
          return (
            <tr key={label}>
              <th scope="row" className="px-3 py-1 text-left font-medium">
                {word(label)}
              </th>
              {row.map((count, column) => (
                <td
                  key={matrix.labels[column]}
                  className="tabular px-3 py-1 text-right"
                  style={{
                    backgroundColor: `color-mix(in oklab, var(--color-accent-soft) ${total > 0 ? Math.round((100 * count) / total) : 0}%, transparent)`,
                  }}
                >
                  {formatNumber(count, locale, 0)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
