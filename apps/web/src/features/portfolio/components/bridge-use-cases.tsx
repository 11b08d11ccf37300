'use client';

import { type PortfolioBridge, useCaseReference } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';
import { HoverLink } from '@/lib/hover-link';
import { ChartTable } from './chart-table';

/** Which use cases are behind each cause, with what each of them is in it. */
export function BridgeUseCases({ bridge }: { bridge: PortfolioBridge }) {
  const t = useTranslations('portfolio');
  return (
    <ChartTable label={t('bridge.showUseCases')}>
      <Table
        label={t('bridge.useCasesTable')}
        head={
          <>
            <HeaderCell>{t('bridge.cause')}</HeaderCell>
            <HeaderCell>{t('useCase')}</HeaderCell>
            <HeaderCell numeric>{t('bridge.amount')}</HeaderCell>
          </>
        }
      >
        {bridge.causes.flatMap(({ cause, count, useCases }) => [
          ...useCases.map(({ id, number, title, amount }) => (
            <Row key={`${cause} ${id}`}>
              <Cell className="whitespace-nowrap">{t(`bridge.causes.${cause}`)}</Cell>
              <Cell>
                <HoverLink
                  href={`/use-cases/${number}`}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  <span className="text-ink-3">{useCaseReference(number)}</span> {title}
                </HoverLink>
              </Cell>
              <Cell numeric className="whitespace-nowrap">
                {Number(amount) > 0 ? '+' : null}
                <Money value={amount} currency={bridge.currency} />
              </Cell>
            </Row>
          )),
          count > useCases.length ? (
            <Row key={`${cause} others`}>
              <Cell className="whitespace-nowrap">{t(`bridge.causes.${cause}`)}</Cell>
              <Cell className="text-ink-3">{t('bridge.others', { count: count - useCases.length })}</Cell>
              <Cell />
            </Row>
          ) : null,
        ])}
      </Table>
    </ChartTable>
  );
}
