'use client';

import { Button, buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileUp, Lightbulb, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useListState } from '../../hooks/use-list-state';
import { filterInput, isFiltered } from '../../lib/list-state';
import { ColumnChoice } from './column-choice';
import { ExportMenu } from './export-menu';
import { ListContent } from './list-content';
import { ListFilters } from './list-filters';
import { ViewSwitch } from './view-switch';
import { ViewsMenu } from './views/views-menu';

/** Every use case: four views on one set of filters. */
export function UseCasesView({ canCreate }: { canCreate: boolean }) {
  const t = useTranslations('useCase');
  const list = useTranslations('useCaseList');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const [state, change] = useListState();
  const figures = useQuery(
    trpc.useCase.figures.queryOptions(filterInput(state), { placeholderData: keepPreviousData }),
  );
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const { data } = figures;
  const filtered = isFiltered(state);
  const create = canCreate ? (
    <Link href="/use-cases/new" className={buttonClass('primary')}>
      <Plus aria-hidden size={15} />
      {t('new')}
    </Link>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={data ? t('listNote', { count: data.total }) : t('description')}
        actions={
          <>
            <ViewsMenu state={state} onChange={change} />
            {state.view === 'table' ? <ColumnChoice hidden={state.hidden} onChange={change} /> : null}
            <ViewSwitch value={state.view} onChange={(view) => change({ view })} />
            <ExportMenu state={state} />
            {canCreate ? (
              <Link href="/use-cases/import" className={buttonClass('secondary')}>
                <FileUp aria-hidden size={14} />
                {list('import')}
              </Link>
            ) : null}
            {create}
          </>
        }
      />
      <ListFilters reference={reference.data} state={state} onChange={change} />
      {figures.isPending ? <SkeletonRows rows={12} /> : null}
      {figures.isError && !data ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(figures.error).reference}
          action={<Button onClick={() => void figures.refetch()}>{common('retry')}</Button>}
        >
          {describe(figures.error).title}
        </ErrorState>
      ) : null}
      {data?.total === 0 ? (
        <EmptyState
          icon={<Lightbulb aria-hidden size={20} />}
          title={filtered ? t('emptyFiltered') : t('empty')}
          action={filtered ? null : create}
        >
          {filtered ? t('emptyFilteredText') : t('emptyText')}
        </EmptyState>
      ) : null}
      {data && data.total > 0 ? (
        <div aria-busy={figures.isPlaceholderData}>
          <ListContent figures={data} state={state} onChange={change} mayWrite={canCreate} />
        </div>
      ) : null}
    </>
  );
}
