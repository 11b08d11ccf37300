'use client';

import type { PortfolioSummary } from '@jalon/contracts';
import { formatShare } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Band } from './band';
import { RealisedMonths } from './realised-months';

interface FigureProps {
  title: string;
  value: ReactNode;
  note: ReactNode;
  children?: ReactNode;
}

function Figure({ title, value, note, children }: FigureProps) {
  return (
    <div className="min-w-0 border-line py-1 max-md:border-b max-md:pb-4 max-md:last:border-0 md:border-l md:px-6 md:last:pr-0 md:first:border-0 md:first:pl-0">
      <h2 className="text-ink-2">{title}</h2>
      <p className="mt-0.5 font-semibold text-2xl">{value}</p>
      <p className="text-ink-3 text-xs">{note}</p>
      {children}
    </div>
  );
}

/** Computed and confirmed stand side by side, each under its own word: they are never added up. */
function Apart({ amount, currency, word }: { amount: string; currency: string; word: string }) {
  return (
    <span>
      <Money value={amount} currency={currency} />{' '}
      <span className="font-normal text-ink-2 text-sm">{word}</span>
    </span>
  );
}

/** The three figures that a director looks for: earning, on its way, earned. */
export function Headline({ summary }: { summary: PortfolioSummary }) {
  const t = useTranslations('portfolio');
  const locale = useLocale();
  const { production, pipeline, realised, verified, currency } = summary;
  const max = 1.08 * Math.max(Number(production.band.p90), Number(pipeline.band.p90));
  return (
    <section aria-label={t('headline')} className="grid gap-y-4 md:grid-cols-3">
      <Figure
        title={t('inProduction')}
        value={<Money value={production.expected} currency={currency} />}
        note={t('inProductionNote', { count: production.count })}
      >
        <Band band={production.band} currency={currency} max={max} />
      </Figure>
      <Figure
        title={t('inPipeline')}
        value={<Money value={pipeline.riskAdjusted} currency={currency} />}
        note={t.rich('inPipelineNote', {
          count: pipeline.count,
          whole: () => <Money value={pipeline.expected} currency={currency} />,
        })}
      >
        <Band band={pipeline.band} currency={currency} max={max} />
      </Figure>
      <Figure
        title={t('realised', { year: String(realised.year) })}
        value={
          <span className="flex flex-wrap items-baseline gap-x-5">
            <Apart amount={realised.computed} currency={currency} word={t('computed')} />
            <Apart amount={verified.confirmed} currency={currency} word={t('confirmedByFinance')} />
          </span>
        }
        note={
          realised.covered === null
            ? t('realisedNothing')
            : t('noteAndMonths', {
                note: t('realisedNote', {
                  covered: formatShare(realised.covered, locale, 0),
                  kpis: realised.kpis,
                }),
                months: t('awaitingMonths', { count: verified.awaiting }),
              })
        }
      >
        <RealisedMonths months={realised.months} confirmed={verified.months} currency={currency} />
      </Figure>
    </section>
  );
}
