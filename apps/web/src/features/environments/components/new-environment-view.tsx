'use client';

import { EmptyState } from '@jalon/ui/empty-state';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { NewEnvironmentForm } from './new-environment-form';

/** Adds a place for the stack to run in: staging beside the sandbox, production beside both. */
export function NewEnvironmentView() {
  const t = useTranslations('environment');
  const { may } = useProject();
  const hosts = useQuery(useTRPC().host.list.queryOptions());
  if (!may('environment:write')) return <EmptyState title={t('readOnly')} />;
  return (
    <Section title={t('newTitle')} description={t('newText')} className="max-w-3xl">
      {hosts.isPending ? <SkeletonRows rows={5} /> : null}
      {hosts.isError ? (
        <QueryError title={t('hostsFailed')} error={hosts.error} onRetry={() => void hosts.refetch()} />
      ) : null}
      {hosts.data ? <NewEnvironmentForm hosts={hosts.data} /> : null}
    </Section>
  );
}
