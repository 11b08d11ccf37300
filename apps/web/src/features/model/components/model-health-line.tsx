'use client';

import { Notice } from '@jalon/ui/notice';
import { Skeleton } from '@jalon/ui/skeleton';
import { Status } from '@jalon/ui/status';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';

/** Whether the model is ready, why not, which version answers, and where. */
export function ModelHealthLine() {
  const t = useTranslations('model');
  const { environment } = useProject();
  const health = useQuery(useTRPC().model.health.queryOptions({ environmentId: environment.id }));
  if (health.isError) {
    return (
      <QueryError title={t('healthFailed')} error={health.error} onRetry={() => void health.refetch()} />
    );
  }
  if (!health.data) return <Skeleton className="h-6 w-80" />;
  const { ready, reason, version, url } = health.data;
  if (!ready) {
    return (
      <Notice tone="warn" title={t('notReady')}>
        {reason}
      </Notice>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <Status tone="good">{t('ready')}</Status>
      {version ? <span className="font-mono text-ink-2 text-xs">{version}</span> : null}
      <span className="break-all font-mono text-ink-2 text-xs">{url}</span>
    </p>
  );
}
