'use client';

import type { EstimateView, StageKey } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import { useTranslated } from '../../hooks/use-translated';
import { RangeBar } from '../range-bar';

/** Every estimate on one scale, newest first: how the range narrowed from gate to gate. */
export function EstimateHistory({ estimates }: { estimates: readonly EstimateView[] }) {
  const t = useTranslations('useCase');
  const form = useTranslations('useCase.form');
  const say = useTranslated();
  const reference = useQuery(useTRPC().reference.portfolio.queryOptions());
  const nameOf = (key: StageKey): string => {
    const stage = reference.data?.stages.find((known) => known.key === key);
    return stage ? say(stage.name) : key;
  };
  const max = Math.max(0, ...estimates.map((estimate) => Number(estimate.high)));
  return (
    <Section title={t('estimateHistory')} description={t('estimateHistoryNote')}>
      <Table
        label={t('tableOf', { name: t('estimateHistory') })}
        head={
          <>
            <HeaderCell>{t('madeIn')}</HeaderCell>
            <HeaderCell>{t('when')}</HeaderCell>
            <HeaderCell className="w-1/3 min-w-32" aria-hidden />
            <HeaderCell numeric>{form('low')}</HeaderCell>
            <HeaderCell numeric>{form('likely')}</HeaderCell>
            <HeaderCell numeric>{form('high')}</HeaderCell>
            <HeaderCell numeric>{t('expected')}</HeaderCell>
            <HeaderCell>{form('confidence')}</HeaderCell>
            <HeaderCell>{form('method')}</HeaderCell>
            <HeaderCell>{t('author')}</HeaderCell>
          </>
        }
      >
        {estimates.map((estimate) => (
          <Row key={estimate.id}>
            <Cell className="whitespace-nowrap font-medium">{nameOf(estimate.stage)}</Cell>
            <Cell className="whitespace-nowrap text-ink-2">
              <RelativeTime date={estimate.createdAt} />
            </Cell>
            <Cell aria-hidden>
              <RangeBar {...estimate} max={max} />
            </Cell>
            <Cell numeric>
              <Money value={estimate.low} currency={estimate.currency} />
            </Cell>
            <Cell numeric>
              <Money value={estimate.likely} currency={estimate.currency} />
            </Cell>
            <Cell numeric>
              <Money value={estimate.high} currency={estimate.currency} />
            </Cell>
            <Cell numeric className="font-medium">
              <Money value={estimate.value.expected} currency={estimate.currency} />
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2">{form(`confidences.${estimate.confidence}`)}</Cell>
            <Cell className="min-w-40 text-ink-2">{estimate.method || '–'}</Cell>
            <Cell className="whitespace-nowrap text-ink-2">{estimate.author}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
