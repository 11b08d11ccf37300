'use client';

import type { ImportSample } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useTranslations } from 'next-intl';

/** The first use cases that the import would make. */
export function SampleTable({ sample }: { sample: readonly ImportSample[] }) {
  const t = useTranslations('useCaseImport');
  return (
    <Section title={t('sample')} description={t('sampleText', { count: sample.length })}>
      <Table
        label={t('sample')}
        head={
          <>
            <HeaderCell numeric>{t('row')}</HeaderCell>
            <HeaderCell>{t('fields.title')}</HeaderCell>
            <HeaderCell>{t('fields.businessUnit')}</HeaderCell>
            <HeaderCell>{t('fields.owner')}</HeaderCell>
            <HeaderCell numeric>{t('fields.low')}</HeaderCell>
            <HeaderCell numeric>{t('fields.likely')}</HeaderCell>
            <HeaderCell numeric>{t('fields.high')}</HeaderCell>
          </>
        }
      >
        {sample.map(({ row, title, businessUnit, owner, low, likely, high }) => (
          <Row key={row}>
            <Cell numeric className="text-ink-3">
              {row}
            </Cell>
            <Cell className="min-w-52 font-medium">{title}</Cell>
            <Cell className="whitespace-nowrap">{businessUnit}</Cell>
            <Cell className="whitespace-nowrap">{owner}</Cell>
            <Cell numeric>
              <Money value={low} />
            </Cell>
            <Cell numeric>
              <Money value={likely} />
            </Cell>
            <Cell numeric>
              <Money value={high} />
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
