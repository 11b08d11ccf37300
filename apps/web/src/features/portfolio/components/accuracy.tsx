'use client';

import type { ForecastAccuracy, PortfolioTrackRecord } from '@jalon/contracts';
import { formatNumber } from '@jalon/ui/format';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useLocale, useTranslations } from 'next-intl';
import { shareOfForeseen } from '../lib/share-of-foreseen';

export interface AccuracyProps {
  accuracy: PortfolioTrackRecord['accuracy'];
  currency: string;
}

/** The estimates that stood at the GO to production, held against what was measured since. */
export function Accuracy({ accuracy, currency }: AccuracyProps) {
  const t = useTranslations('portfolio.accuracy');
  const p = useTranslations('portfolio');
  const locale = useLocale();
  const { all, units, owners, unknown } = accuracy;
  const line = (entry: ForecastAccuracy, key: string, name: string, kind: string) => (
    <Row key={key}>
      <Cell>
        {kind ? <span className="text-ink-3">{kind} </span> : null}
        <span className="font-medium">{name}</span>
      </Cell>
      <Cell numeric>{formatNumber(entry.useCases, locale)}</Cell>
      <Cell numeric>{formatNumber(entry.days, locale, 0)}</Cell>
      <Cell numeric>
        <Money value={entry.forecast} currency={currency} />
      </Cell>
      <Cell numeric>
        <Money value={entry.realised} currency={currency} />
      </Cell>
      <Cell numeric className="font-medium">
        {shareOfForeseen(entry.ratio, locale)}
      </Cell>
      <Cell numeric>{shareOfForeseen(entry.error, locale)}</Cell>
    </Row>
  );
  return (
    <Section title={t('title')} description={t('note')}>
      {all.useCases === 0 ? (
        <p className="border-line border-t py-2 text-ink-2">{t('nothing')}</p>
      ) : (
        <Table
          label={p('tableOf', { name: t('title') })}
          head={
            <>
              <HeaderCell>{t('of')}</HeaderCell>
              <HeaderCell numeric>{p('count')}</HeaderCell>
              <HeaderCell numeric>{t('days')}</HeaderCell>
              <HeaderCell numeric>{t('foreseen')}</HeaderCell>
              <HeaderCell numeric>{t('realised')}</HeaderCell>
              <HeaderCell numeric>{t('ratio')}</HeaderCell>
              <HeaderCell numeric title={t('errorHelp')}>
                {t('error')}
              </HeaderCell>
            </>
          }
        >
          {line(all, 'all', t('all'), '')}
          {units.map((entry) => line(entry, `unit ${entry.id}`, entry.name, t('unit')))}
          {owners.map((entry) => line(entry, `owner ${entry.id}`, entry.name, t('owner')))}
        </Table>
      )}
      {unknown > 0 ? <p className="mt-2 text-ink-3 text-xs">{t('unknown', { count: unknown })}</p> : null}
    </Section>
  );
}
