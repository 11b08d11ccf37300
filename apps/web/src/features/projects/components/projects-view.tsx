'use client';

import { allows, type ProjectListItem, type Role } from '@jalon/contracts';
import { buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { PageHeader } from '@jalon/ui/page-header';
import { RelativeTime } from '@jalon/ui/relative-time';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { HoverLink } from '@/lib/hover-link';
import { useTRPC } from '@/trpc/react';
import { projectAddress } from '../lib/environment-address';
import { EnvironmentStatus } from './environment-status';
import { QueryError } from './query-error';
import { UnreachableNotice } from './unreachable-notice';

/** Every project that the reader may see, with the state of its environments. */
export function ProjectsView({ role }: { role: Role }) {
  const t = useTranslations('project');
  const list = useQuery(useTRPC().project.list.queryOptions());
  const create = allows(role, 'project:create') ? (
    <HoverLink href="/projects/new" className={buttonClass('primary')}>
      <Plus aria-hidden size={15} />
      {t('new')}
    </HoverLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.isError ? (
        <QueryError title={t('listFailed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data && list.data.length === 0 ? (
        <EmptyState title={t('noneTitle')} action={create}>
          {t('noneText')}
        </EmptyState>
      ) : null}
      {list.data && list.data.length > 0 ? <Projects projects={list.data} /> : null}
    </>
  );
}

function Projects({ projects }: { projects: readonly ProjectListItem[] }) {
  const t = useTranslations('project');
  const hosts = projects.flatMap((project) => project.environments.map((environment) => environment.host));
  const away = [...new Map(hosts.map((host) => [host.id, host])).values()].filter(
    (host) => host.unreachableSince,
  );
  return (
    <>
      {away.map((host) => (
        <UnreachableNotice key={host.id} host={host} className="mb-4" />
      ))}
      <Table
        label={t('title')}
        head={
          <>
            <HeaderCell>{t('name')}</HeaderCell>
            <HeaderCell>{t('useCase')}</HeaderCell>
            <HeaderCell>{t('environment')}</HeaderCell>
            <HeaderCell>{t('stateTitle')}</HeaderCell>
            <HeaderCell numeric>{t('revision')}</HeaderCell>
            <HeaderCell>{t('since')}</HeaderCell>
          </>
        }
      >
        {projects.flatMap((project) =>
          project.environments.map((environment, index) => (
            <Row key={environment.id}>
              <Cell className="whitespace-nowrap font-medium">
                {index === 0 ? (
                  <HoverLink href={`/projects/${project.slug}`} className="hover:text-accent hover:underline">
                    {project.name}
                  </HoverLink>
                ) : null}
              </Cell>
              <Cell className="whitespace-nowrap">
                {index === 0 ? (
                  <HoverLink
                    href={`/use-cases/${project.useCase.number}`}
                    title={project.useCase.title}
                    className="tabular text-ink-2 hover:text-accent hover:underline"
                  >
                    UC-{project.useCase.number}
                  </HoverLink>
                ) : null}
              </Cell>
              <Cell className="font-mono text-ink-2 text-xs">
                <HoverLink
                  href={projectAddress(project, environment.slug, 'stack')}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  {environment.slug}
                </HoverLink>
              </Cell>
              <Cell>
                <EnvironmentStatus environment={environment} />
              </Cell>
              <Cell numeric>{environment.revision ?? '–'}</Cell>
              <Cell className="whitespace-nowrap text-ink-2">
                {environment.since ? <RelativeTime date={environment.since} /> : '–'}
              </Cell>
            </Row>
          )),
        )}
      </Table>
    </>
  );
}
