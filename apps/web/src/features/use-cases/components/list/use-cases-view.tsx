'use client';

import { Button, buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Lightbulb, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { useListState } from '../../hooks/use-list-state';
import { isFiltered, listInput } from '../../lib/list-state';
import { Board } from './board';
import { ListFilters } from './list-filters';
import { UseCaseTable } from './use-case-table';
import { ViewSwitch } from './view-switch';

/** Every use case, as a board or as a table. */
export function UseCasesView({ canCreate }: { canCreate: boolean }) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const [state, change] = useListState();
  const list = useQuery(
    trpc.useCase.list.queryOptions(listInput(state), { placeholderData: keepPreviousData }),
  );
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const { data } = list;
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
            <ViewSwitch value={state.view} onChange={(view) => change({ view })} />
            {create}
          </>
        }
      />
      <div className="mb-5">
        <ListFilters reference={reference.data} state={state} onChange={change} />
      </div>
      {list.isPending ? <SkeletonRows rows={12} /> : null}
      {list.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(list.error).reference}
          action={<Button onClick={() => void list.refetch()}>{common('retry')}</Button>}
        >
          {describe(list.error).title}
        </ErrorState>
      ) : null}
      {data && data.items.length === 0 ? (
        <EmptyState
          icon={<Lightbulb aria-hidden size={20} />}
          title={filtered ? t('emptyFiltered') : t('empty')}
          action={filtered ? null : create}
        >
          {filtered ? t('emptyFilteredText') : t('emptyText')}
        </EmptyState>
      ) : null}
      {data && data.items.length > 0 ? (
        <div aria-busy={list.isPlaceholderData}>
          {state.view === 'board' ? (
            <Board stages={reference.data?.stages ?? []} useCases={data.items} />
          ) : (
            <UseCaseTable useCases={data.items} state={state} onChange={change} />
          )}
        </div>
      ) : null}
    </>
  );
}
