'use client';

import type { UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { Skeleton } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { KpiSection } from './kpi-section';
import { PushSection } from './push-section';

const KpiDialog = dynamic(() => import('./kpi-dialog').then((module) => module.KpiDialog));

/** Each KPI with its chart, its terms and what it is worth; values are entered here. */
export function KpisTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('kpi');
  const common = useTranslations('common');
  const describe = useErrorText();
  const [adding, setAdding] = useState(false);
  const kpis = useQuery(useTRPC().kpi.list.queryOptions({ useCaseId: useCase.id }));
  const writable = useCase.rights.kpi;
  const add = writable ? (
    <Button icon={<Plus aria-hidden size={14} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  ) : null;
  return (
    <>
      {kpis.isPending ? <Skeleton className="h-72" /> : null}
      {kpis.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(kpis.error).reference}
          action={<Button onClick={() => void kpis.refetch()}>{common('retry')}</Button>}
        >
          {describe(kpis.error).title}
        </ErrorState>
      ) : null}
      {kpis.data?.length === 0 ? (
        <EmptyState title={t('empty')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : null}
      {kpis.data && kpis.data.length > 0 ? (
        <div className="flex flex-col gap-10">
          {kpis.data.map((kpi) => (
            <KpiSection key={kpi.id} kpi={kpi} writable={writable} />
          ))}
          {add ? <div>{add}</div> : null}
          {writable ? <PushSection useCaseId={useCase.id} kpis={kpis.data} /> : null}
        </div>
      ) : null}
      {adding ? <KpiDialog useCaseId={useCase.id} kpi={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
