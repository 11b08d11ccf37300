'use client';

import type { Prediction } from '@jalon/contracts';
import { formatDuration, formatNumber } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { useUi } from '@jalon/ui/ui-provider';
import { useTranslations } from 'next-intl';
import { apiErrorCode } from '@/lib/api-error';
import { useErrorText } from '@/lib/use-error-text';

export interface PredictionResultProps {
  prediction: Prediction | null;
  error: unknown;
}

/** What the model answered, or why it did not. */
export function PredictionResult({ prediction, error }: PredictionResultProps) {
  const t = useTranslations('model');
  const { locale } = useUi();
  const describe = useErrorText();
  if (error) {
    const text = describe(error);
    return (
      <Notice tone={apiErrorCode(error) === 'PREDICTION_INVALID' ? 'warn' : 'bad'} title={text.title}>
        {text.detail}
      </Notice>
    );
  }
  if (!prediction) return <p className="text-ink-3">{t('noPrediction')}</p>;
  return (
    <div aria-live="polite" className="rounded-md bg-accent-soft px-4 py-3">
      <h3 className="label-caps">{t('prediction')}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-0.5">
        {Object.entries(prediction.output).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular break-words font-medium text-base">{print(value, locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-ink-2 text-xs">
        {t('latency', { duration: formatDuration(prediction.latencyMs, locale) })}
      </p>
    </div>
  );
}

function print(value: unknown, locale: string): string {
  if (typeof value === 'number') return formatNumber(value, locale, 4);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
