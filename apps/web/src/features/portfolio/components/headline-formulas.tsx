'use client';

import type { PortfolioSummary } from '@jalon/contracts';
import { formatDateTime, formatExactMoney, formatNumber, formatShare } from '@jalon/ui/format';
import { useLocale, useTranslations } from 'next-intl';
import { useTranslated } from '@/features/use-cases/hooks/use-translated';
import { ChartTable } from './chart-table';

interface FormulaProps {
  label: string;
  result: string;
  lines: readonly string[];
}

function Formula({ label, result, lines }: FormulaProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular font-medium">{result}</dd>
      {lines.map((line) => (
        <dd key={line} className="tabular col-span-2 text-ink-3 text-xs">
          {line}
        </dd>
      ))}
    </div>
  );
}

/** How the three figures were worked out, to the cent, with what went into them. */
export function HeadlineFormulas({ summary }: { summary: PortfolioSummary }) {
  const t = useTranslations('portfolio.formula');
  const p = useTranslations('portfolio');
  const locale = useLocale();
  const say = useTranslated();
  const { production, pipeline, realised, verified, funnel, currency, draws, asOf } = summary;
  const money = (amount: string): string => formatExactMoney(amount, currency, locale);
  const band = ({ p10, p50, p90 }: typeof production.band): string =>
    t('band', { draws: formatNumber(draws, locale, 0), p10: money(p10), p50: money(p50), p90: money(p90) });
  const underWay = funnel.filter(({ stage, count }) => stage.key !== 'production' && count > 0);
  return (
    <ChartTable label={t('show')}>
      <dl className="border-line border-t">
        <Formula
          label={p('inProduction')}
          result={money(production.expected)}
          lines={[t('expected', { count: production.count }), band(production.band)]}
        />
        <Formula
          label={p('inPipeline')}
          result={money(pipeline.riskAdjusted)}
          lines={[
            t('riskAdjusted', { count: pipeline.count }),
            ...underWay.map(({ stage, expected, riskAdjusted }) =>
              t('stage', {
                stage: say(stage.name),
                expected: money(expected),
                probability: formatShare(stage.reachProbability, locale, 0),
                riskAdjusted: money(riskAdjusted),
              }),
            ),
            band(pipeline.band),
          ]}
        />
        <Formula
          label={p('realised', { year: String(realised.year) })}
          result={money(realised.computed)}
          lines={[
            t('realised', { kpis: realised.kpis }),
            ...(realised.covered === null
              ? []
              : [t('covered', { covered: formatShare(realised.covered, locale, 1) })]),
            t('confirmed', { confirmed: money(verified.confirmed) }),
          ]}
        />
      </dl>
      <p className="mt-2 text-ink-3 text-xs">{t('asOf', { moment: formatDateTime(asOf, locale, 'UTC') })}</p>
    </ChartTable>
  );
}
