'use client';

import { Button, buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { PageHeader } from '@jalon/ui/page-header';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Lightbulb, Plus } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import {
  type PortfolioState,
  portfolioHref,
  portfolioInput,
  readPortfolioState,
} from '../lib/portfolio-state';
import { BridgeSection } from './bridge-section';
import { Funnel } from './funnel';
import { Headline } from './headline';
import { HeadlineFormulas } from './headline-formulas';
import { Matrix } from './matrix';
import { NeedsList, NeedsOmitted } from './needs-list';
import { PastNotice } from './past-notice';
import { PortfolioFilters } from './portfolio-filters';
import { PortfolioSkeleton } from './portfolio-skeleton';
import { TrackRecord } from './track-record';

/** The programme in figures: what earns, what is coming, what waits for the reader. */
export function PortfolioView({ canCreate }: { canCreate: boolean }) {
  const t = useTranslations('portfolio');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const state = readPortfolioState(useSearchParams());
  const summary = useQuery(
    trpc.portfolio.summary.queryOptions(portfolioInput(state), { placeholderData: keepPreviousData }),
  );
  const reference = useQuery(trpc.reference.portfolio.queryOptions());
  const change = (part: Partial<PortfolioState>): void => {
    window.history.replaceState(null, '', portfolioHref({ ...state, ...part }));
  };
  const create = canCreate ? (
    <Link href="/use-cases/new" className={buttonClass('primary')}>
      <Plus aria-hidden size={15} />
      {t('newUseCase')}
    </Link>
  ) : null;
  const { data } = summary;
  const narrowed = portfolioHref({ ...state, asOf: '', from: '' }) !== '/portfolio';
  // What the server calls today: the reader's clock may be another.
  const today = state.asOf ? undefined : data?.asOf.toISOString().slice(0, 10);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <div className="mb-6">
        <PortfolioFilters reference={reference.data} state={state} today={today} onChange={change} />
      </div>
      {state.asOf ? (
        <div className="mb-6">
          <PastNotice day={state.asOf} onToday={() => change({ asOf: '' })} />
        </div>
      ) : null}
      {summary.isPending ? <PortfolioSkeleton /> : null}
      {summary.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(summary.error).reference}
          action={<Button onClick={() => void summary.refetch()}>{common('retry')}</Button>}
        >
          {describe(summary.error).title}
        </ErrorState>
      ) : null}
      {data && data.total === 0 ? (
        <EmptyState
          icon={<Lightbulb aria-hidden size={20} />}
          title={narrowed ? t('emptyFiltered') : state.asOf ? t('emptyPast') : t('empty')}
          action={narrowed || state.asOf ? null : create}
        >
          {narrowed ? t('emptyFilteredText') : state.asOf ? t('emptyPastText') : t('emptyText')}
        </EmptyState>
      ) : null}
      {data && data.total > 0 ? (
        <div className="flex flex-col gap-9" aria-busy={summary.isPlaceholderData}>
          <div>
            <Headline summary={data} />
            <HeadlineFormulas summary={data} />
          </div>
          <div className="grid gap-x-10 gap-y-9 xl:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="flex min-w-0 flex-col gap-9">
              <Funnel stages={data.funnel} currency={data.currency} />
              <BridgeSection state={state} onChange={change} />
              <Matrix
                points={data.matrix}
                total={data.matrixTotal}
                stages={data.funnel.map(({ stage }) => stage)}
                currency={data.currency}
              />
              <TrackRecord state={state} />
            </div>
            <div className="min-w-0 max-xl:order-first">
              {state.asOf ? <NeedsOmitted /> : <NeedsList needs={data.needs} total={data.needsTotal} />}
            </div>
          </div>
        </div>
      ) : null}
    </>
  );
}
