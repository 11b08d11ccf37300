'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { Skeleton, SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { readTab, type UseCaseTab } from '../../lib/tabs';
import { StatusNotice } from './status-notice';
import { UseCaseHeader } from './use-case-header';
import { UseCaseTabs } from './use-case-tabs';

// Each tab brings its own code; the server still paints the one that the address names.
const OverviewTab = dynamic(() => import('./overview-tab').then((module) => module.OverviewTab));
const ValueTab = dynamic(() => import('./value-tab').then((module) => module.ValueTab));
const KpisTab = dynamic(() => import('./kpis-tab').then((module) => module.KpisTab));
const GateTab = dynamic(() => import('./gate-tab').then((module) => module.GateTab));
const DeliveryTab = dynamic(() => import('./delivery-tab').then((module) => module.DeliveryTab));
const HistoryTab = dynamic(() => import('./history-tab').then((module) => module.HistoryTab));

const CONTENT: Record<UseCaseTab, (useCase: UseCaseDetail) => ReactNode> = {
  overview: (useCase) => <OverviewTab useCase={useCase} />,
  value: (useCase) => <ValueTab useCase={useCase} />,
  kpis: (useCase) => <KpisTab useCase={useCase} />,
  gate: (useCase) => <GateTab useCase={useCase} />,
  delivery: (useCase) => <DeliveryTab useCase={useCase} />,
  history: (useCase) => <HistoryTab useCase={useCase} />,
};

/** One use case: its head on every tab, and the tab that the address names. */
export function UseCaseView({ number }: { number: number }) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const query = useQuery(useTRPC().useCase.get.queryOptions({ number }));
  const tab = readTab(useSearchParams());
  if (query.isPending) {
    return (
      <div className="flex flex-col gap-6">
        <Skeleton className="h-28 max-w-3xl" />
        <SkeletonRows />
      </div>
    );
  }
  if (query.isError) {
    return (
      <ErrorState
        title={t('loadOneFailed')}
        reference={describe(query.error).reference}
        action={<Button onClick={() => void query.refetch()}>{common('retry')}</Button>}
      >
        {describe(query.error).title}
      </ErrorState>
    );
  }
  return (
    <>
      <UseCaseHeader useCase={query.data} tabs={<UseCaseTabs number={number} active={tab} />} />
      <StatusNotice useCase={query.data} />
      {CONTENT[tab](query.data)}
    </>
  );
}
