'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';
import { type PortfolioState, portfolioInput } from '../lib/portfolio-state';
import { Accuracy } from './accuracy';
import { Passages } from './passages';

/** What the installation's own history says: it stands last, and is asked for when the rest is there. */
export function TrackRecord({ state }: { state: PortfolioState }) {
  const t = useTranslations('portfolio');
  const common = useTranslations('common');
  const describe = useErrorText();
  const trpc = useTRPC();
  const record = useQuery(
    trpc.portfolio.trackRecord.queryOptions(portfolioInput(state), { placeholderData: keepPreviousData }),
  );
  if (record.isPending) return <SkeletonRows rows={12} />;
  if (record.isError) {
    return (
      <ErrorState
        title={t('passage.loadFailed')}
        reference={describe(record.error).reference}
        action={<Button onClick={() => void record.refetch()}>{common('retry')}</Button>}
      >
        {describe(record.error).title}
      </ErrorState>
    );
  }
  const { stages, accuracy, currency } = record.data;
  return (
    <div className="flex flex-col gap-9" aria-busy={record.isPlaceholderData}>
      <Passages stages={stages} />
      <Accuracy accuracy={accuracy} currency={currency} />
    </div>
  );
}
