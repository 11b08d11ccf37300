'use client';

import type { GatePolicySummary } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { formatDate } from '@jalon/ui/format';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Tag } from '@jalon/ui/status';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { ApproversSection } from './approvers-section';

/** Every gate with the version in force, and who approves. */
export function GatesView() {
  const t = useTranslations('gatePolicy');
  const common = useTranslations('common');
  const describe = useErrorText();
  const list = useQuery(useTRPC().gatePolicy.list.queryOptions());
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(list.error).reference}
          action={<Button onClick={() => void list.refetch()}>{common('retry')}</Button>}
        >
          {describe(list.error).title}
        </ErrorState>
      ) : null}
      {list.data ? (
        <div className="flex flex-col gap-8">
          <GateTable gates={list.data} />
          <ApproversSection />
        </div>
      ) : null}
    </>
  );
}

function GateTable({ gates }: { gates: readonly GatePolicySummary[] }) {
  const t = useTranslations('gatePolicy');
  const review = useTranslations('review');
  const locale = useLocale();
  return (
    <Table
      label={t('title')}
      head={
        <>
          <HeaderCell>{t('gate')}</HeaderCell>
          <HeaderCell numeric>{t('version')}</HeaderCell>
          <HeaderCell numeric>{t('items')}</HeaderCell>
          <HeaderCell>{t('approvals')}</HeaderCell>
          <HeaderCell>{t('publishedAt')}</HeaderCell>
        </>
      }
    >
      {gates.map(({ from, to, current, hasDraft }) => (
        <Row key={from.key}>
          <Cell className="whitespace-nowrap font-medium">
            <Link href={`/admin/gates/${from.key}`} className="text-accent hover:underline">
              {from.key === to.key
                ? t('again', { stage: from.name[locale] })
                : `${from.name[locale]} → ${to.name[locale]}`}
            </Link>{' '}
            {hasDraft ? <Tag>{t('draft')}</Tag> : null}
          </Cell>
          <Cell numeric>{current.number}</Cell>
          <Cell numeric>{current.items}</Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            {current.approvals.map(({ role, count }) => `${review(`role.${role}`)} ${count}`).join(', ')}
          </Cell>
          <Cell className="whitespace-nowrap text-ink-2">
            {current.publishedAt ? formatDate(current.publishedAt, locale, 'UTC') : ''}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
