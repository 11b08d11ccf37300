'use client';

import type { EstimateView } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';

/** Cash year by year, with the ramp-up in it: bars for the eye, the same figures in the row. */
export function CashFlow({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('useCase');
  const { cashFlow } = estimate.value;
  const nets = cashFlow.map((year) => Number(year.net));
  const from = Math.min(0, ...nets);
  const width = Math.max(0, ...nets) - from || 1;
  const zero = (-from / width) * 100;
  return (
    <Table
      label={t('cashFlow')}
      head={
        <>
          <HeaderCell>{t('year')}</HeaderCell>
          <HeaderCell numeric>{t('benefitColumn')}</HeaderCell>
          <HeaderCell numeric>{t('costColumn')}</HeaderCell>
          <HeaderCell className="w-full min-w-24" aria-hidden />
          <HeaderCell numeric>{t('net')}</HeaderCell>
        </>
      }
    >
      {cashFlow.map(({ year, benefit, cost, net }) => {
        const share = (Math.abs(Number(net)) / width) * 100;
        const loss = Number(net) < 0;
        return (
          <Row key={year}>
            <Cell className="tabular whitespace-nowrap">
              {year === 0 ? t('start') : t('yearNumber', { year })}
            </Cell>
            <Cell numeric className="text-ink-2">
              <Money value={benefit} currency={estimate.currency} />
            </Cell>
            <Cell numeric className="text-ink-2">
              <Money value={cost} currency={estimate.currency} />
            </Cell>
            <Cell aria-hidden>
              <span className="relative block h-3.5">
                <span
                  className={clsx('absolute inset-y-0 rounded-sm', loss ? 'bg-bad/70' : 'bg-accent/70')}
                  style={{ left: `${loss ? zero - share : zero}%`, width: `${share}%` }}
                />
                <span className="-inset-y-1 absolute w-px bg-line-strong" style={{ left: `${zero}%` }} />
              </span>
            </Cell>
            <Cell numeric className="font-medium">
              <Money value={net} currency={estimate.currency} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
