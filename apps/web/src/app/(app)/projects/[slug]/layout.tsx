import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { ProjectShell } from '@/features/projects/components/project-shell';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface ProjectLayoutProps {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: ProjectLayoutProps): Promise<Metadata> {
  return { title: (await params).slug };
}

/** A project that this person may not see is not there, whatever the tab. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { role } = await authorize('project:read');
  const { slug } = await params;
  if (!(await readProject(slug))) notFound();
  await prefetch(trpc.project.get.queryOptions({ slug }));
  return (
    <HydrateClient>
      <ProjectShell slug={slug} role={role}>
        {children}
      </ProjectShell>
    </HydrateClient>
  );
}
