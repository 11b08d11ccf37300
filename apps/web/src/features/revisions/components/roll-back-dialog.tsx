'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Notice } from '@jalon/ui/notice';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { PlanDetails } from '@/features/stack/components/plan-details';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { AbsentImages } from './absent-images';

/** What going back to a revision would do and why, before it is asked for. */
export function RollBackDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const t = useTranslations('revision');
  const common = useTranslations('common');
  const router = useRouter();
  const trpc = useTRPC();
  const { environment, href } = useProject();
  const environmentId = environment.id;
  const preview = useQuery(
    trpc.revision.previewRollBack.queryOptions({ environmentId, number }, { staleTime: 0 }),
  );
  const rollBack = useMutation(
    trpc.revision.rollBack.mutationOptions({
      onSuccess: ({ id }) => router.push(href(`deployments/${id}`)),
      onError: useErrorToast(),
    }),
  );
  const plan = preview.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('rollBackTitle', { environment: environment.slug, number })}
      description={t('rollBackText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            icon={<History aria-hidden size={15} />}
            disabled={!plan?.deployable || preview.isFetching}
            pending={rollBack.isPending || rollBack.isSuccess}
            onClick={() => rollBack.mutate({ environmentId, number })}
          >
            {t('rollBackTo', { number })}
          </Button>
        </>
      }
    >
      <div className="flex min-h-48 flex-col gap-3">
        <Notice tone="info" title={t('draftUntouched')}>
          {t('draftUntouchedText')}
        </Notice>
        {preview.isPending ? <SkeletonRows rows={5} /> : null}
        {preview.isError ? (
          <QueryError title={t('planFailed')} error={preview.error} onRetry={() => void preview.refetch()} />
        ) : null}
        {plan ? (
          <>
            <AbsentImages images={plan.absentImages} />
            <PlanDetails plan={plan} host={environment.host} />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
