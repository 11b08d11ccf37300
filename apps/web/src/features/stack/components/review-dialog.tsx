'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Rocket } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { PlanDetails } from './plan-details';

/** What a deployment would do and why, before it is asked for. */
export function ReviewDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('stack');
  const common = useTranslations('common');
  const router = useRouter();
  const trpc = useTRPC();
  const { environment, may, href } = useProject();
  const [note, setNote] = useState('');
  const preview = useQuery(
    trpc.stack.preview.queryOptions({ environmentId: environment.id }, { staleTime: 0 }),
  );
  const deploy = useMutation(
    trpc.deployment.deploy.mutationOptions({
      onSuccess: ({ id }) => router.push(href(`deployments/${id}`)),
      onError: useErrorToast(),
    }),
  );
  const plan = preview.data;
  const ready = plan?.deployable === true && !preview.isFetching;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('reviewTitle', { environment: environment.slug })}
      description={t('reviewText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          {may('deployment:write') ? (
            <Button
              variant="primary"
              icon={<Rocket aria-hidden size={15} />}
              disabled={!ready}
              pending={deploy.isPending || deploy.isSuccess}
              onClick={() =>
                plan &&
                deploy.mutate({ environmentId: environment.id, stackVersion: plan.stackVersion, note })
              }
            >
              {t('deploy')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="min-h-48">
        {preview.isPending ? <SkeletonRows rows={5} /> : null}
        {preview.isError ? (
          <QueryError title={t('planFailed')} error={preview.error} onRetry={() => void preview.refetch()} />
        ) : null}
        {plan ? <PlanDetails plan={plan} host={environment.host} /> : null}
        {plan?.deployable ? (
          <Field label={t('note')} hint={t('noteHint')} className="mt-4">
            <Input value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} />
          </Field>
        ) : null}
      </div>
    </Dialog>
  );
}
