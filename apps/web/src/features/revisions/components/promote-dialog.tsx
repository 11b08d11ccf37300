'use client';

import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Select } from '@jalon/ui/select';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowUpRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { projectAddress } from '@/features/projects/lib/environment-address';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';
import { PromotionPlan } from './promotion-plan';

/** What taking this environment's revision to another one would do, before it is asked for. */
export function PromoteDialog({ targetId, onClose }: { targetId: string; onClose: () => void }) {
  const t = useTranslations('revision');
  const common = useTranslations('common');
  const router = useRouter();
  const trpc = useTRPC();
  const { project, environment } = useProject();
  const [toId, setToId] = useState(targetId);
  const [note, setNote] = useState('');
  const others = project.environments.filter(({ id }) => id !== environment.id);
  const to = others.find(({ id }) => id === toId) ?? others[0];
  const input = { environmentId: toId, fromEnvironmentId: environment.id };
  const preview = useQuery(trpc.revision.previewPromotion.queryOptions(input, { staleTime: 0 }));
  const promote = useMutation(
    trpc.revision.promote.mutationOptions({
      onSuccess: ({ id }) => router.push(projectAddress(project, to?.slug ?? '', `deployments/${id}`)),
      onError: useErrorToast(),
    }),
  );
  const plan = preview.data;
  if (!to) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('promoteTitle', { from: environment.slug, number: environment.revision ?? 0, to: to.slug })}
      description={t('promoteText', { to: to.slug })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            icon={<ArrowUpRight aria-hidden size={15} />}
            disabled={!plan?.deployable || preview.isFetching}
            pending={promote.isPending || promote.isSuccess}
            onClick={() => plan && promote.mutate({ ...input, number: plan.number, note })}
          >
            {t('promoteTo', { environment: to.slug })}
          </Button>
        </>
      }
    >
      <div className="flex min-h-48 flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('promoteTarget')}>
            <Select value={toId} onChange={(event) => setToId(event.target.value)}>
              {others.map(({ id, slug }) => (
                <option key={id} value={id}>
                  {slug}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('note')}>
            <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </Field>
        </div>
        {preview.isPending ? <SkeletonRows rows={5} /> : null}
        {preview.isError ? (
          <QueryError title={t('planFailed')} error={preview.error} onRetry={() => void preview.refetch()} />
        ) : null}
        {plan ? <PromotionPlan plan={plan} to={to} /> : null}
      </div>
    </Dialog>
  );
}
