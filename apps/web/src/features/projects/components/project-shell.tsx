'use client';

import type { Role } from '@jalon/contracts';
import { PageHeader } from '@jalon/ui/page-header';
import { Skeleton } from '@jalon/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/react';
import { ProjectContext } from '../hooks/use-project';
import { chooseEnvironment, ENVIRONMENT_PARAM } from '../lib/environment-address';
import { DriftNotice } from './drift-notice';
import { EnvironmentsRow } from './environments-row';
import { ProjectTabs } from './project-tabs';
import { QueryError } from './query-error';
import { TroubleNotice } from './trouble-notice';
import { UnreachableNotice } from './unreachable-notice';

export interface ProjectShellProps {
  slug: string;
  role: Role;
  children: ReactNode;
}

/** What every page of a project stands under: its name, its environments, its tabs. */
export function ProjectShell({ slug, role, children }: ProjectShellProps) {
  const t = useTranslations('project');
  const query = useQuery(useTRPC().project.get.queryOptions({ slug }));
  const project = query.data;
  const wanted = useSearchParams().get(ENVIRONMENT_PARAM);
  const environment = project && chooseEnvironment(project.environments, wanted);
  if (query.isError && !project) {
    return <QueryError title={t('loadFailed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!project || !environment) return <Skeleton className="h-40 w-full" />;
  return (
    <ProjectContext value={{ project, environment, role }}>
      <PageHeader
        eyebrow={
          <Link
            href={`/use-cases/${project.useCase.number}`}
            className="rounded-sm hover:text-accent hover:underline"
          >
            <span className="tabular">UC-{project.useCase.number}</span> {project.useCase.title}
          </Link>
        }
        title={project.name}
        description={project.description || undefined}
        tabs={
          <>
            <EnvironmentsRow />
            <ProjectTabs />
          </>
        }
      />
      <UnreachableNotice host={environment.host} className="mb-4" />
      <TroubleNotice environment={environment} className="mb-4" />
      <DriftNotice environment={environment} className="mb-4" />
      {children}
    </ProjectContext>
  );
}
