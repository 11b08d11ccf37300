'use client';

import type { DeploymentSummary } from '@jalon/contracts';
import { EmptyState } from '@jalon/ui/empty-state';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { PromoteButton } from '@/features/revisions/components/promote-button';
import { RevisionsSection } from '@/features/revisions/components/revisions-section';
import { useTRPC } from '@/trpc/react';
import { nameOfAction } from '../lib/name-of-action';
import { DeploymentStatusWord } from './deployment-status';
import { Elapsed } from './elapsed';

/** Everything that was deployed, stopped, restarted or removed here, newest first. */
export function DeploymentsView() {
  const t = useTranslations('deployment');
  const { project, environment } = useProject();
  const list = useQuery(
    useTRPC().deployment.list.queryOptions({ projectId: project.id, environmentId: environment.id }),
  );
  if (list.isError) {
    return <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <SkeletonRows />;
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('title')} description={environment.slug} actions={<PromoteButton />}>
        {list.data.length === 0 ? (
          <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
        ) : (
          <DeploymentsTable deployments={list.data} />
        )}
      </Section>
      <RevisionsSection />
    </div>
  );
}

function DeploymentsTable({ deployments }: { deployments: readonly DeploymentSummary[] }) {
  const t = useTranslations('deployment');
  return (
    <Table
      label={t('table')}
      head={
        <>
          <HeaderCell>{t('number')}</HeaderCell>
          <HeaderCell>{t('action')}</HeaderCell>
          <HeaderCell>{t('statusTitle')}</HeaderCell>
          <HeaderCell numeric>{t('revision')}</HeaderCell>
          <HeaderCell>{t('note')}</HeaderCell>
          <HeaderCell>{t('by')}</HeaderCell>
          <HeaderCell numeric>{t('duration')}</HeaderCell>
          <HeaderCell>{t('when')}</HeaderCell>
        </>
      }
    >
      {deployments.map((deployment) => (
        <DeploymentRow key={deployment.id} deployment={deployment} />
      ))}
    </Table>
  );
}

function DeploymentRow({ deployment }: { deployment: DeploymentSummary }) {
  const t = useTranslations('deployment');
  const { href } = useProject();
  const { finishedAt } = deployment;
  return (
    <Row>
      <Cell>
        <Link
          href={href(`deployments/${deployment.id}`)}
          className="tabular font-medium text-accent hover:underline"
        >
          #{deployment.number}
          <span className="sr-only"> {t('open')}</span>
        </Link>{' '}
        <span className="font-mono text-ink-3 text-xs">{deployment.environment}</span>
      </Cell>
      <Cell className="whitespace-nowrap">{t(`actionName.${nameOfAction(deployment)}`)}</Cell>
      <Cell>
        <DeploymentStatusWord
          status={deployment.status}
          cancelling={deployment.cancelRequestedAt !== null && finishedAt === null}
        />
      </Cell>
      <Cell numeric>
        {deployment.revision === null ? (
          '–'
        ) : (
          <Link href={href(`revisions/${deployment.revision}`)} className="text-accent hover:underline">
            {deployment.revision}
            <span className="sr-only"> {t('openRevision')}</span>
          </Link>
        )}
      </Cell>
      <Cell className="max-w-56 truncate text-ink-2" title={deployment.errorMessage ?? deployment.note}>
        {deployment.errorMessage ?? deployment.note}
      </Cell>
      <Cell className="whitespace-nowrap text-ink-2">{deployment.requestedBy ?? '–'}</Cell>
      <Cell numeric>
        <Elapsed from={deployment.startedAt} to={finishedAt} />
      </Cell>
      <Cell className="whitespace-nowrap text-ink-2">
        <RelativeTime date={deployment.queuedAt} />
      </Cell>
    </Row>
  );
}
