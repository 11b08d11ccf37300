'use client';

import { formatShare } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ValuePreview as Preview } from '../../lib/preview-value';
import { RangeDrawing } from '../range-drawing';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-line border-b py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular font-medium">{children}</dd>
    </div>
  );
}

/** The range, drawn and worked out as it is typed. Holds its place before there is anything to draw. */
export function ValuePreview({ preview, discountRate }: { preview: Preview | null; discountRate: string }) {
  const t = useTranslations('useCase.form');
  const locale = useLocale();
  return (
    <section aria-label={t('preview')} aria-live="polite" className="min-h-64">
      <h2 className="font-semibold">{t('preview')}</h2>
      {preview ? (
        <>
          <p className="mt-2 font-semibold text-2xl">
            <Money value={preview.expected} currency={preview.currency} />
          </p>
          <p className="text-ink-3 text-xs">{t('previewExpected')}</p>
          <RangeDrawing {...preview} className="mt-3" />
          <dl className="mt-4 border-line border-t">
            <Line label={t('npv', { rate: formatShare(discountRate, locale, 1) })}>
              <Money value={preview.netPresentValue} currency={preview.currency} />
            </Line>
            <Line label={t('payback')}>
              {preview.paybackMonths === null
                ? t('paybackNever')
                : t('paybackMonths', { count: preview.paybackMonths })}
            </Line>
            <Line label={t('roi')}>
              {preview.returnOnInvestment === null ? '–' : formatShare(preview.returnOnInvestment, locale, 0)}
            </Line>
          </dl>
        </>
      ) : (
        <p className="mt-2 text-ink-3">{t('previewEmpty')}</p>
      )}
    </section>
  );
}
