'use client';

import { EmptyState } from '@jalon/ui/empty-state';
import { PageHeader } from '@jalon/ui/page-header';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/trpc/react';
import { NewProjectForm } from './new-project-form';
import { QueryError } from './query-error';

/** Opens the project of a use case. `useCase` is the number of the one that the reader came from. */
export function NewProjectView({ useCase }: { useCase: number | null }) {
  const t = useTranslations('project');
  const candidates = useQuery(useTRPC().project.candidates.queryOptions());
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('newTitle')} description={t('newText')} />
      {candidates.isPending ? <SkeletonRows rows={5} /> : null}
      {candidates.isError ? (
        <QueryError
          title={t('candidatesFailed')}
          error={candidates.error}
          onRetry={() => void candidates.refetch()}
        />
      ) : null}
      {candidates.data && candidates.data.length === 0 ? (
        <EmptyState title={t('noCandidateTitle')}>{t('noCandidateText')}</EmptyState>
      ) : null}
      {candidates.data && candidates.data.length > 0 ? (
        <NewProjectForm candidates={candidates.data} preferred={useCase} />
      ) : null}
    </div>
  );
}
