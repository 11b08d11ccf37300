'use client';

import type { RunResult } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { Notice } from '@jalon/ui/notice';
import { Section } from '@jalon/ui/section';
import { useUi } from '@jalon/ui/ui-provider';
import { useTranslations } from 'next-intl';
import { Calibration } from '@/features/model/components/calibration';
import { Confusion } from '@/features/model/components/confusion';

/** What a job found: its sentence, figures, KPIs, and what can be drawn. */
export function RunOutcome({ result }: { result: RunResult }) {
  const t = useTranslations('run');
  const { locale } = useUi();
  const { confusion, calibration } = result.evaluation;
  const metrics = Object.entries(result.metrics);
  return (
    <Section title={t('outcome')}>
      <div className="flex flex-col gap-5">
        {result.summary ? <Notice tone="good" title={result.summary} /> : null}
        <dl className="flex flex-wrap gap-x-10 gap-y-2">
          {result.kpis.map((kpi) => (
            <Figure
              key={kpi.key}
              name={`${t('kpi')} ${kpi.key}`}
              text={`${formatNumber(kpi.value, locale)} ${kpi.unit ?? ''}`}
            />
          ))}
          {metrics.map(([name, value]) => (
            <Figure key={name} name={name} text={formatNumber(value, locale, 4)} />
          ))}
        </dl>
        {confusion || calibration ? (
          <div className="flex flex-wrap items-start gap-x-12 gap-y-6">
            {confusion ? <Confusion matrix={confusion} /> : null}
            {calibration ? <Calibration bins={calibration} /> : null}
          </div>
        ) : null}
        {result.artifacts.length > 0 ? (
          <p className="text-ink-3 text-xs">
            {t('artifacts')} <span className="break-all font-mono">{result.artifacts.join(', ')}</span>
          </p>
        ) : null}
      </div>
    </Section>
  );
}

function Figure({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="label-caps">{name}</dt>
      <dd className="tabular text-lg">{text}</dd>
    </div>
  );
}
