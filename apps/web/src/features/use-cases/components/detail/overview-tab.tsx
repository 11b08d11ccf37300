'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { Tag } from '@jalon/ui/status';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RangeDrawing } from '../range-drawing';
import { DecisionLine } from './decision-line';
import { KpiCharts } from './kpi-charts';

function Text({ children }: { children: string }) {
  const t = useTranslations('useCase');
  if (!children) return <p className="text-ink-3">{t('notWritten')}</p>;
  return <p className="max-w-prose whitespace-pre-line text-base">{children}</p>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-line border-b py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

/** The use case in its own words, its range, its KPIs, its decisions. */
export function OverviewTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('useCase');
  const form = useTranslations('useCase.form');
  const { estimate } = useCase;
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-7">
        <Section title={form('problem')}>
          <Text>{useCase.problemStatement}</Text>
        </Section>
        <Section title={form('outcome')}>
          <Text>{useCase.expectedOutcome}</Text>
        </Section>
        <KpiCharts useCaseId={useCase.id} />
        <DecisionLine useCaseId={useCase.id} />
      </div>
      <aside className="min-w-0">
        <Section title={t('expectedYear')}>
          {estimate ? (
            <>
              <p className="font-semibold text-2xl">
                <Money value={estimate.value.expected} currency={estimate.currency} />
              </p>
              <p className="text-ink-3 text-xs">
                {t.rich('riskAdjustedNote', {
                  amount: () => <Money value={estimate.value.riskAdjusted} currency={estimate.currency} />,
                })}
              </p>
              <RangeDrawing {...estimate} expected={estimate.value.expected} className="mt-3" />
            </>
          ) : (
            <p className="text-ink-3">{t('noEstimate')}</p>
          )}
        </Section>
        <dl className="mt-6 border-line border-t">
          <Fact label={form('feasibility')}>{t('ofFive', { value: useCase.feasibility })}</Fact>
          <Fact label={form('risk')}>{t('ofFive', { value: useCase.risk })}</Fact>
          <Fact label={form('contributors')}>
            {useCase.contributors.length === 0 ? (
              '–'
            ) : (
              <ul>
                {useCase.contributors.map(({ id, name, active }) => (
                  <li key={id}>{active ? name : t('lockedOutPerson', { name })}</li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact label={form('initiative')}>{useCase.initiative?.name ?? '–'}</Fact>
          <Fact label={form('sponsor')}>{useCase.sponsor || '–'}</Fact>
          <Fact label={form('tags')}>
            {useCase.tags.length === 0 ? (
              '–'
            ) : (
              <span className="flex flex-wrap justify-end gap-1">
                {useCase.tags.map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
              </span>
            )}
          </Fact>
        </dl>
      </aside>
    </div>
  );
}
