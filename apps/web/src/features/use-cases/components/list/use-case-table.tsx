'use client';

import { type UseCaseListItem, useCaseReference } from '@jalon/contracts';
import { Money } from '@jalon/ui/money';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTranslated } from '../../hooks/use-translated';
import type { ListState } from '../../lib/list-state';
import { KpiStateLabel } from '../kpi-state';
import { RangeBar } from '../range-bar';
import { UseCaseStatusBadge } from '../use-case-status';
import { SortHeader } from './sort-header';

export interface UseCaseTableProps {
  useCases: readonly UseCaseListItem[];
  state: ListState;
  onChange: (part: Partial<ListState>) => void;
}

/** The list, a row each, sorted by any column. */
export function UseCaseTable({ useCases, state, onChange }: UseCaseTableProps) {
  const t = useTranslations('useCase');
  const say = useTranslated();
  const max = Math.max(0, ...useCases.map((useCase) => Number(useCase.range?.high ?? 0)));
  const sorted = { state, onChange };
  return (
    <Table
      label={t('title')}
      head={
        <>
          <SortHeader name="number" {...sorted}>
            {t('reference')}
          </SortHeader>
          <SortHeader name="title" {...sorted}>
            {t('titleLabel')}
          </SortHeader>
          <SortHeader name="stage" {...sorted}>
            {t('stage')}
          </SortHeader>
          <SortHeader name="businessUnit" {...sorted}>
            {t('businessUnit')}
          </SortHeader>
          <SortHeader name="owner" className="max-2xl:hidden" {...sorted}>
            {t('owner')}
          </SortHeader>
          <HeaderCell className="min-w-28">{t('range')}</HeaderCell>
          <SortHeader name="expected" numeric {...sorted}>
            {t('expected')}
          </SortHeader>
          <SortHeader name="feasibility" numeric {...sorted}>
            {t('feasibility')}
          </SortHeader>
          <SortHeader name="risk" numeric {...sorted}>
            {t('risk')}
          </SortHeader>
          <HeaderCell>{t('kpi')}</HeaderCell>
        </>
      }
    >
      {useCases.map((useCase) => (
        <Row key={useCase.id}>
          <Cell className="tabular whitespace-nowrap text-ink-3">{useCaseReference(useCase.number)}</Cell>
          <Cell className="min-w-52">
            <Link
              href={`/use-cases/${useCase.number}`}
              className="rounded-sm font-medium hover:text-accent hover:underline"
            >
              {useCase.title}
            </Link>
          </Cell>
          <Cell className="whitespace-nowrap">
            <span className="flex items-center gap-2">
              {say(useCase.stage.name)}
              {useCase.status === 'ACTIVE' ? null : <UseCaseStatusBadge status={useCase.status} />}
            </span>
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">{useCase.businessUnit.name}</Cell>
          <Cell className="whitespace-nowrap text-ink-2 max-2xl:hidden">{useCase.owner.name}</Cell>
          <Cell>{useCase.range ? <RangeBar {...useCase.range} max={max} /> : null}</Cell>
          <Cell numeric className="font-medium">
            <Money value={useCase.range?.expected} currency={useCase.range?.currency} />
          </Cell>
          <Cell numeric>{useCase.feasibility}</Cell>
          <Cell numeric>{useCase.risk}</Cell>
          <Cell>
            {useCase.kpiState ? (
              <KpiStateLabel state={useCase.kpiState} />
            ) : (
              <span className="text-ink-3">–</span>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
