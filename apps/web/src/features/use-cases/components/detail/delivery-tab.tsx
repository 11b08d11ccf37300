'use client';

import { allows, type UseCaseDetail } from '@jalon/contracts';
import { Button, buttonClass } from '@jalon/ui/button';
import { EmptyState } from '@jalon/ui/empty-state';
import { ErrorState } from '@jalon/ui/error-state';
import { RelativeTime } from '@jalon/ui/relative-time';
import { Section } from '@jalon/ui/section';
import { SkeletonRows } from '@jalon/ui/skeleton';
import { Cell, HeaderCell, Row, Table } from '@jalon/ui/table';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight, FolderGit2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EnvironmentStatus } from '@/features/projects/components/environment-status';
import { TroubleNotice } from '@/features/projects/components/trouble-notice';
import { projectAddress } from '@/features/projects/lib/environment-address';
import { useErrorText } from '@/lib/use-error-text';
import { useTRPC } from '@/trpc/react';

function ProjectAtAGlance({ slug, name }: { slug: string; name: string }) {
  const t = useTranslations('useCase');
  const common = useTranslations('common');
  const forOwners = useTranslations('project.trouble');
  const describe = useErrorText();
  const project = useQuery(useTRPC().project.get.queryOptions({ slug }));
  return (
    <Section
      title={name}
      actions={
        <Link href={`/projects/${slug}/stack`} className={buttonClass('primary')}>
          {t('openProject')}
          <ArrowRight aria-hidden size={15} />
        </Link>
      }
    >
      {project.isPending ? <SkeletonRows rows={2} /> : null}
      {project.isError ? (
        <ErrorState
          title={t('projectFailed')}
          reference={describe(project.error).reference}
          action={<Button onClick={() => void project.refetch()}>{common('retry')}</Button>}
        >
          {describe(project.error).title}
        </ErrorState>
      ) : null}
      {project.data?.environments.map((environment) => (
        <TroubleNotice
          key={environment.id}
          environment={environment}
          remark={forOwners('forOwners')}
          className="mb-3"
        />
      ))}
      {project.data ? (
        <Table
          label={t('environments')}
          head={
            <>
              <HeaderCell>{t('environment')}</HeaderCell>
              <HeaderCell>{t('state')}</HeaderCell>
              <HeaderCell>{t('since')}</HeaderCell>
              <HeaderCell>{t('host')}</HeaderCell>
            </>
          }
        >
          {project.data.environments.map((environment) => (
            <Row key={environment.id}>
              <Cell className="font-medium">
                <Link
                  href={projectAddress(project.data, environment.slug, 'stack')}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  {environment.slug}
                </Link>
              </Cell>
              <Cell>
                <EnvironmentStatus environment={environment} />
              </Cell>
              <Cell className="text-ink-2">
                {environment.since ? <RelativeTime date={environment.since} /> : '–'}
              </Cell>
              <Cell className="text-ink-2">{environment.host.name}</Cell>
            </Row>
          ))}
        </Table>
      ) : null}
    </Section>
  );
}

/** Where it is built and run; an owner sees its state here and never a container. */
export function DeliveryTab({ useCase }: { useCase: UseCaseDetail }) {
  const t = useTranslations('useCase');
  const session = useQuery(useTRPC().session.me.queryOptions());
  if (useCase.project) return <ProjectAtAGlance {...useCase.project} />;
  const mayCreate = session.data ? allows(session.data.role, 'project:create') : false;
  return (
    <EmptyState
      icon={<FolderGit2 aria-hidden size={20} />}
      title={t('noProject')}
      action={
        mayCreate ? (
          <Link href={`/projects/new?useCase=${useCase.number}`} className={buttonClass('primary')}>
            {t('createProject')}
          </Link>
        ) : null
      }
    >
      {mayCreate ? t('noProjectText') : t('noProjectAsk')}
    </EmptyState>
  );
}
