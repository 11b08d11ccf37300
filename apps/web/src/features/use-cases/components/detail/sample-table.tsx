'use client';

import type { KpiSampleView, KpiView } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { formatDate, formatDateTime, formatNumber } from '@jalon/ui/format';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { isLate } from '@jalon/value';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';

const CorrectDialog = dynamic(() => import('./correct-dialog').then((module) => module.CorrectDialog));

export interface SampleTableProps {
  kpi: KpiView;
  /** Its rhythm, in milliseconds; null without one. */
  cadence: number | null;
  writable: boolean;
}

/** Every value, newest first: what it says, whence, and whether it came late or was corrected. */
export function SampleTable({ kpi, cadence, writable }: SampleTableProps) {
  const t = useTranslations('kpi');
  const locale = useLocale();
  const [correcting, setCorrecting] = useState<KpiSampleView | null>(null);
  const marks = (sample: KpiSampleView): string =>
    [isLate(sample, cadence) ? t('late') : '', sample.corrected ? t('corrected') : '']
      .filter(Boolean)
      .join(', ');
  return (
    <>
      <Table
        label={t('samplesOf', { name: kpi.name })}
        head={
          <>
            <HeaderCell>{t('at')}</HeaderCell>
            <HeaderCell numeric>{t('value')}</HeaderCell>
            <HeaderCell>{t('source')}</HeaderCell>
            <HeaderCell>{t('entered')}</HeaderCell>
            {writable ? (
              <HeaderCell>
                <span className="sr-only">{t('actions')}</span>
              </HeaderCell>
            ) : null}
          </>
        }
      >
        {[...kpi.samples].reverse().map((sample) => (
          <Row key={sample.id}>
            <Cell className="tabular">{formatDateTime(sample.at, locale, 'UTC')}</Cell>
            <Cell numeric>{`${formatNumber(sample.value, locale)} ${kpi.unit}`.trim()}</Cell>
            <Cell className="text-ink-2">{t(`form.sources.${sample.source}`)}</Cell>
            <Cell className="text-ink-2">
              {formatDate(sample.recordedAt, locale, 'UTC')}
              {marks(sample) ? <span className="text-warn"> {marks(sample)}</span> : null}
            </Cell>
            {writable ? (
              <Cell className="text-right">
                <Button
                  size="sm"
                  aria-label={t('correctOf', { date: formatDate(sample.at, locale, 'UTC') })}
                  onClick={() => setCorrecting(sample)}
                >
                  {t('correct')}
                </Button>
              </Cell>
            ) : null}
          </Row>
        ))}
      </Table>
      {correcting ? (
        <CorrectDialog kpi={kpi} sample={correcting} onClose={() => setCorrecting(null)} />
      ) : null}
    </>
  );
}
