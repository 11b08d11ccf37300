'use client';

import type { KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { formatDate, formatNumber, formatShare } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { KpiStateLabel } from '../kpi-state';
import { KpiChart } from './kpi-chart';
import { PasteButton } from './paste-button';
import { SampleForm } from './sample-form';

const KpiDialog = dynamic(() => import('./kpi-dialog').then((module) => module.KpiDialog));

function Term({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-1.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular text-right font-medium">{children}</dd>
      {note ? <dd className="col-span-2 text-ink-3 text-xs">{note}</dd> : null}
    </div>
  );
}

/** One KPI: its curve, its terms, and a value to enter. */
export function KpiSection({ kpi, writable }: { kpi: KpiView; writable: boolean }) {
  const t = useTranslations('kpi');
  const form = useTranslations('kpi.form');
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  const figure = (value: string): string => `${formatNumber(value, locale)} ${kpi.unit}`.trim();
  return (
    <Section
      title={kpi.name}
      description={t(`direction.${kpi.direction}`)}
      actions={
        <>
          <KpiStateLabel state={kpi.state} badge />
          {writable ? (
            <Button size="sm" icon={<Pencil aria-hidden size={12} />} onClick={() => setEditing(true)}>
              {t('editTerms')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <KpiChart kpi={kpi} writable={writable} />
          {writable ? (
            <div className="flex flex-wrap items-start gap-3">
              <SampleForm kpi={kpi} />
              <PasteButton kpi={kpi} className="mt-[2.375rem]" />
            </div>
          ) : null}
        </div>
        <dl className="min-w-0 border-line border-t">
          <Term label={t('lastValue')} note={kpi.last ? <RelativeTime date={kpi.last.at} /> : undefined}>
            {kpi.last ? figure(kpi.last.value) : '–'}
          </Term>
          <Term
            label={form('target')}
            note={
              kpi.targetDate
                ? t('until', { date: formatDate(new Date(kpi.targetDate), locale, 'UTC') })
                : undefined
            }
          >
            {figure(kpi.target)}
            {Number(kpi.tolerance) > 0 ? (
              <span className="text-ink-3"> ± {formatNumber(kpi.tolerance, locale)}</span>
            ) : null}
          </Term>
          <Term label={form('baseline')} note={kpi.baselineWindow}>
            {figure(kpi.baseline)}
          </Term>
          <Term
            label={form('valuePerUnit')}
            note={t('attributionNote', { share: formatShare(kpi.attribution, locale, 0) })}
          >
            <Money value={kpi.valuePerUnit} currency={kpi.currency} />
          </Term>
          {kpi.valueOfTarget ? (
            <Term label={t('valueOfTarget')}>
              <Money value={kpi.valueOfTarget} currency={kpi.currency} />
            </Term>
          ) : null}
          {kpi.valueAtLast ? (
            <Term label={t('valueAtLast')}>
              <Money value={kpi.valueAtLast} currency={kpi.currency} />
            </Term>
          ) : null}
          {kpi.realised ? (
            <Term
              label={t('realised')}
              note={t('realisedNote', {
                covered: formatShare(kpi.realised.covered, locale, 0),
                gaps: kpi.realised.gaps.length,
              })}
            >
              <Money value={kpi.realised.amount} currency={kpi.currency} />
            </Term>
          ) : null}
          <Term
            label={form('source')}
            note={kpi.source === 'MANUAL' ? undefined : t('keyNote', { key: kpi.key })}
          >
            {form(`sources.${kpi.source}`)}
          </Term>
          {kpi.assumptions ? (
            <div className="py-1.5 text-ink-3 text-xs">
              <dt className="sr-only">{form('assumptions')}</dt>
              <dd>{kpi.assumptions}</dd>
            </div>
          ) : null}
        </dl>
      </div>
      {editing ? <KpiDialog useCaseId="" kpi={kpi} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}
