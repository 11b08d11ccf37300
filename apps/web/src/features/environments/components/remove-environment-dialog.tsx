'use client';

import type { EnvironmentRemoval } from '@jalon/contracts';
import { Button } from '@jalon/ui/button';
import { Dialog } from '@jalon/ui/dialog';
import { Field } from '@jalon/ui/field';
import { Input } from '@jalon/ui/input';
import { Notice } from '@jalon/ui/notice';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useToast } from '@jalon/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useErrorToast } from '@/lib/use-error-toast';
import { useTRPC } from '@/trpc/react';

/** Names what is lost and what stays, and asks for the environment's name before it goes. */
export function RemoveEnvironmentDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('environment');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const queries = useQueryClient();
  const { project, environment } = useProject();
  const { id: environmentId, slug } = environment;
  const [typed, setTyped] = useState('');
  const removal = useQuery(trpc.environment.removal.queryOptions({ environmentId }, { staleTime: 0 }));
  const remove = useMutation(
    trpc.environment.remove.mutationOptions({
      onSuccess: async ({ volumes }) => {
        const detail = volumes.length > 0 ? t('volumesLeft', { volumes: volumes.join(', ') }) : undefined;
        toast({ tone: 'good', title: t('removed', { environment: slug }), detail });
        router.replace(`/projects/${project.slug}/settings`);
        await queries.invalidateQueries(trpc.project.pathFilter());
      },
      onError: useErrorToast(),
    }),
  );
  const free = removal.data?.blockedBy === null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('removeTitle', { environment: slug })}
      description={t('removeText')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="danger"
            disabled={!free || typed !== slug}
            pending={remove.isPending || remove.isSuccess}
            onClick={() => remove.mutate({ environmentId, slug: typed })}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      {removal.isPending ? <SkeletonRows rows={3} /> : null}
      {removal.isError ? (
        <QueryError title={t('removalFailed')} error={removal.error} onRetry={() => void removal.refetch()} />
      ) : null}
      {removal.data ? <Removal removal={removal.data} /> : null}
      {free ? (
        <Field label={t('typeName', { environment: slug })} className="mt-4">
          <Input
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      ) : null}
    </Dialog>
  );
}

function Removal({ removal }: { removal: EnvironmentRemoval }) {
  const t = useTranslations('environment');
  const { variables, deployments, runs, volumes, host, blockedBy } = removal;
  if (blockedBy) return <Notice tone="warn" title={t(`blocked.${blockedBy}`)} />;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="font-medium">{t('lost')}</p>
        <ul className="list-inside list-disc text-ink-2">
          <li>{t('lostVariables', { count: variables })}</li>
          <li>{t('lostDeployments', { count: deployments })}</li>
          <li>{t('lostRuns', { count: runs })}</li>
        </ul>
      </div>
      <div>
        <p className="font-medium">{t('stays', { host })}</p>
        <p className="break-words font-mono text-ink-2 text-xs" data-verbatim>
          {volumes.length > 0 ? volumes.join(', ') : t('noVolumes')}
        </p>
        <p className="mt-1 text-ink-3 text-xs">{t('staysProject')}</p>
      </div>
    </div>
  );
}
