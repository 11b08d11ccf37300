'use client';

import { EmptyState } from '@jalon/ui/empty-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useTRPC } from '@/trpc/react';
import { TechnologyEntry } from './technology-entry';

/** What a stack can be made of, and what was verified about each. */
export function CatalogueView() {
  const t = useTranslations('catalogue');
  const list = useQuery(useTRPC().catalogue.list.queryOptions());
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.isError ? (
        <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && list.data.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : null}
      <div className="flex flex-col divide-y divide-line border-line border-t">
        {(list.data ?? []).map((technology) => (
          <TechnologyEntry key={technology.id} technology={technology} />
        ))}
      </div>
    </>
  );
}
