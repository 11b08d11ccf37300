'use client';

import { BASE_CURRENCY } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { formatDate, formatNumber } from '@jalon/ui/format';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

const RateDialog = dynamic(() => import('./rate-dialog').then((module) => module.RateDialog));

/** What a unit of each currency is in the base currency, from which day on, and who said so. */
export function RatesSection() {
  const t = useTranslations('exchangeRate');
  const common = useTranslations('common');
  const describe = useErrorText();
  const locale = useLocale();
  const [adding, setAdding] = useState(false);
  const rates = useQuery(useTRPC().exchangeRate.list.queryOptions());
  return (
    <Section
      title={t('title')}
      description={t('note', { base: BASE_CURRENCY })}
      className="max-w-3xl"
      actions={
        <Button icon={<Plus aria-hidden size={15} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      {rates.isPending ? <SkeletonRows rows={2} /> : null}
      {rates.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(rates.error).reference}
          action={<Button onClick={() => void rates.refetch()}>{common('retry')}</Button>}
        >
          {describe(rates.error).title}
        </ErrorState>
      ) : null}
      {rates.data?.length === 0 ? <p className="text-ink-3">{t('none')}</p> : null}
      {rates.data && rates.data.length > 0 ? (
        <Table
          label={t('table')}
          head={
            <>
              <HeaderCell>{t('currency')}</HeaderCell>
              <HeaderCell>{t('day')}</HeaderCell>
              <HeaderCell numeric>{t('rate')}</HeaderCell>
              <HeaderCell>{t('author')}</HeaderCell>
            </>
          }
        >
          {rates.data.map(({ id, currency, day, rate, author, recordedAt, replaced }) => (
            <Row key={id} className={replaced ? 'text-ink-3' : undefined}>
              <Cell className="font-medium">{currency}</Cell>
              <Cell>
                {formatDate(new Date(day), locale, 'UTC')} {replaced ? t('replaced') : null}
              </Cell>
              <Cell numeric>{formatNumber(rate, locale, 8)}</Cell>
              <Cell className="text-ink-2">
                {author}, <RelativeTime date={recordedAt} />
              </Cell>
            </Row>
          ))}
        </Table>
      ) : null}
      {adding ? <RateDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
