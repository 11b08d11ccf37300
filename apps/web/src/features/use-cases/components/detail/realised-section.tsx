'use client';

import type { RealizationMonth, UseCaseDetail } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { RealisedTable } from './realised-table';

const VerifyDialog = dynamic(() => import('./verify-dialog').then((module) => module.VerifyDialog));

/** Realised against forecast by month, computed and confirmed apart; finance verifies here. */
export function RealisedSection({ useCase, className }: { useCase: UseCaseDetail; className?: string }) {
  const t = useTranslations('realization');
  const common = useTranslations('common');
  const describe = useErrorText();
  const [month, setMonth] = useState<string | null>(null);
  const view = useQuery(useTRPC().realization.get.queryOptions({ useCaseId: useCase.id }));
  const chosen = view.data?.months.find((entry) => entry.month === month);
  return (
    <Section title={t('title')} description={t('note')} className={className}>
      {view.isPending ? <SkeletonRows /> : null}
      {view.isError ? (
        <ErrorState
          title={t('loadFailed')}
          reference={describe(view.error).reference}
          action={<Button onClick={() => void view.refetch()}>{common('retry')}</Button>}
        >
          {describe(view.error).title}
        </ErrorState>
      ) : null}
      {view.data?.months.length === 0 ? <p className="text-ink-3">{t('nothing')}</p> : null}
      {view.data && view.data.months.length > 0 ? (
        <>
          <RealisedTable view={view.data} onVerify={(entry: RealizationMonth) => setMonth(entry.month)} />
          {view.data.right === 'OWN' ? <p className="mt-2 text-ink-3 text-xs">{t('own')}</p> : null}
        </>
      ) : null}
      {chosen && view.data ? (
        <VerifyDialog
          useCaseId={useCase.id}
          month={chosen}
          currency={view.data.currency}
          onClose={() => setMonth(null)}
        />
      ) : null}
    </Section>
  );
}
