import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectsView } from '@/features/projects/components/projects-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('project'))('title') };
}

export default async function ProjectsPage() {
  const { role } = await authorize('project:read');
  await prefetch(trpc.project.list.queryOptions());
  return (
    <HydrateClient>
      <ProjectsView role={role} />
    </HydrateClient>
  );
}
