'use client';

import { SkeletonRows } from '@jalon/ui/skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { StackWorkbench } from './stack-workbench';

/** The architecture and the file that it is drawn from. */
export function StackView() {
  const t = useTranslations('stack');
  const { project, environment } = useProject();
  const stack = useQuery(
    useTRPC().stack.get.queryOptions(
      { projectId: project.id, environmentId: environment.id },
      // Another environment is the same file: what is being typed stays.
      { placeholderData: keepPreviousData },
    ),
  );
  if (stack.isError) {
    return <QueryError title={t('loadFailed')} error={stack.error} onRetry={() => void stack.refetch()} />;
  }
  if (!stack.data) return <SkeletonRows rows={12} />;
  return <StackWorkbench stack={stack.data} />;
}
