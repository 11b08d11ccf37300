'use client';

import { buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { ModelHealthLine } from './model-health-line';
import { TryIt } from './try-it';
import { VersionsTable } from './versions-table';

/** The model that runs: whether it answers, a form to try it, and its versions side by side. */
export function ModelView() {
  const t = useTranslations('model');
  const trpc = useTRPC();
  const { project, environment, may, href } = useProject();
  const versions = useQuery(trpc.model.versions.queryOptions({ projectId: project.id }));
  const deployed = environment.revision !== null && environment.desiredState === 'RUNNING';
  // Nobody knows how tall the form will be: what stands under it comes once it is there, so that nothing moves.
  const form = useQuery(
    trpc.model.schema.queryOptions({ environmentId: environment.id }, { enabled: deployed }),
  );
  const formSettled = !deployed || !form.isPending;
  return (
    <div className="flex flex-col gap-8">
      {deployed ? (
        <>
          <ModelHealthLine />
          <TryIt />
        </>
      ) : (
        <EmptyState
          title={t('notDeployedTitle')}
          action={
            may('deployment:write') ? (
              <Link href={href('stack')} className={buttonClass('primary')}>
                {t('toStack')}
              </Link>
            ) : null
          }
        >
          {t('notDeployedText')}
        </EmptyState>
      )}
      {formSettled ? (
        <Section title={t('versions')} description={t('versionsText')}>
          {versions.isPending ? <SkeletonRows rows={3} /> : null}
          {versions.isError ? (
            <QueryError
              title={t('versionsFailed')}
              error={versions.error}
              onRetry={() => void versions.refetch()}
            />
          ) : null}
          {versions.data && versions.data.length === 0 ? (
            <EmptyState title={t('noVersionTitle')}>{t('noVersionText')}</EmptyState>
          ) : null}
          {versions.data && versions.data.length > 0 ? <VersionsTable versions={versions.data} /> : null}
        </Section>
      ) : null}
    </div>
  );
}
