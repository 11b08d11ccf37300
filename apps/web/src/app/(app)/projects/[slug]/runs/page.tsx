import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunsView } from '@/features/runs/components/runs-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface RunsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: RunsPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('runs')} · ${(await params).slug}` };
}

export default async function RunsPage({ params, searchParams: search }: RunsPageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const projectId = project.id;
  const environmentId = await chosenEnvironmentId(project, search);
  await prefetch(trpc.run.list.queryOptions({ projectId, environmentId }));
  return (
    <HydrateClient>
      <RunsView />
    </HydrateClient>
  );
}
