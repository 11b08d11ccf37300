'use client';

import type { EstimateView, UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { Money } from '@jalon/ui/money';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { RangeDrawing } from '../range-drawing';
import { CashFlow } from './cash-flow';
import { EstimateHistory } from './estimate-history';
import { FormulaPanel } from './formula-panel';
import { RealisedSection } from './realised-section';

const EstimateDialog = dynamic(() => import('./estimate-dialog').then((module) => module.EstimateDialog));

function Latest({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('useCase');
  return (
    <div className="grid gap-x-12 gap-y-7 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="font-semibold text-2xl">
          <Money value={estimate.value.expected} currency={estimate.currency} />
        </p>
        <p className="text-ink-3 text-xs">{t('expectedNote')}</p>
        <RangeDrawing {...estimate} expected={estimate.value.expected} className="mt-3" />
        <FormulaPanel estimate={estimate} />
      </div>
      <CashFlow estimate={estimate} />
    </div>
  );
}

/** The range and where it comes from: what it pays, how it was worked out, how it changed. */
export function ValueTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const describe = useErrorText();
  const [adding, setAdding] = useState(false);
  const estimates = useQuery(useTRPC().estimate.list.queryOptions({ useCaseId: useCase.id }));
  const add = useCase.rights.estimate ? (
    <Button icon={<Plus aria-hidden size={14} />} onClick={() => setAdding(true)}>
      {estimates.data?.length === 0 ? t('estimate') : t('estimateAgain')}
    </Button>
  ) : null;
  const latest = estimates.data?.[0];
  return (
    <>
      {estimates.isPending ? <SkeletonRows /> : null}
      {estimates.isError ? (
        <ErrorState
          title={t('loadOneFailed')}
          reference={describe(estimates.error).reference}
          action={<Button onClick={() => void estimates.refetch()}>{common('retry')}</Button>}
        >
          {describe(estimates.error).title}
        </ErrorState>
      ) : null}
      {estimates.data?.length === 0 ? (
        <EmptyState title={t('noEstimate')} action={add}>
          {t('noEstimateText')}
        </EmptyState>
      ) : null}
      {latest ? (
        <div className="flex flex-col gap-9">
          <Section title={t('latestEstimate')} actions={add}>
            <Latest estimate={latest} />
          </Section>
          <Section title={t('assumptionsTitle')}>
            {latest.assumptions ? (
              <p className="max-w-prose whitespace-pre-line text-base">{latest.assumptions}</p>
            ) : (
              <p className="text-ink-3">{t('notWritten')}</p>
            )}
          </Section>
          <EstimateHistory estimates={estimates.data ?? []} />
        </div>
      ) : null}
      {estimates.data ? <RealisedSection useCase={useCase} className="mt-9" /> : null}
      {adding ? (
        <EstimateDialog useCaseId={useCase.id} latest={latest ?? null} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}
