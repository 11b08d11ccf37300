'use client';

import { EmptyState } from '@jalon/ui/empty-state';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Elapsed } from '@/features/deployments/components/elapsed';
import { QueryError } from '@/features/projects/components/query-error';
import { useProject } from '@/features/projects/hooks/use-project';
import { useTRPC } from '@/trpc/react';
import { RunStatusWord } from './run-status';
import { StartRunButton } from './start-run-button';

/** The jobs of the deployed stack and every time that one was run. */
export function RunsView() {
  const t = useTranslations('run');
  const { project, environment, may, href } = useProject();
  const page = useQuery(
    useTRPC().run.list.queryOptions({ projectId: project.id, environmentId: environment.id }),
  );
  if (page.isError) {
    return <QueryError title={t('listFailed')} error={page.error} onRetry={() => void page.refetch()} />;
  }
  if (!page.data) return <SkeletonRows />;
  const { jobs, runs } = page.data;
  const start = may('run:write')
    ? jobs.map((job, index) => (
        <StartRunButton key={job.service} job={job} variant={index === 0 ? 'primary' : 'secondary'} />
      ))
    : null;
  if (jobs.length === 0 && runs.length === 0) {
    return <EmptyState title={t('noJobsTitle')}>{t('noJobsText')}</EmptyState>;
  }
  return (
    <Section title={t('title')} description={t('description')} actions={start}>
      {runs.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <Table
          label={t('table')}
          head={
            <>
              <HeaderCell>{t('number')}</HeaderCell>
              <HeaderCell>{t('job')}</HeaderCell>
              <HeaderCell>{t('statusTitle')}</HeaderCell>
              <HeaderCell>{t('summary')}</HeaderCell>
              <HeaderCell>{t('by')}</HeaderCell>
              <HeaderCell numeric>{t('duration')}</HeaderCell>
              <HeaderCell>{t('when')}</HeaderCell>
            </>
          }
        >
          {runs.map((run) => (
            <Row key={run.id}>
              <Cell>
                <Link
                  href={href(`runs/${run.id}`)}
                  className="tabular font-medium text-accent hover:underline"
                >
                  #{run.number}
                  <span className="sr-only"> {t('open')}</span>
                </Link>{' '}
                <span className="font-mono text-ink-3 text-xs">{run.environment}</span>
              </Cell>
              <Cell className="font-mono text-xs">{run.job}</Cell>
              <Cell>
                <RunStatusWord
                  status={run.status}
                  cancelling={run.cancelRequestedAt !== null && run.finishedAt === null}
                />
              </Cell>
              <Cell
                className="max-w-96 truncate text-ink-2"
                title={run.errorMessage ?? run.summary ?? undefined}
              >
                {run.errorMessage ?? run.summary}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2">{run.requestedBy ?? '–'}</Cell>
              <Cell numeric>
                <Elapsed from={run.startedAt} to={run.finishedAt} />
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2">
                <RelativeTime date={run.queuedAt} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
}
