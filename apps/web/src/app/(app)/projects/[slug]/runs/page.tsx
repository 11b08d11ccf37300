import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunsView } from '@/features/runs/components/runs-view';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface RunsPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: RunsPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('runs')} · ${(await params).slug}` };
}

export default async function RunsPage({ params }: RunsPageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const projectId = project.id;
  await prefetch(trpc.run.list.queryOptions({ projectId }));
  return (
    <HydrateClient>
      <RunsView />
    </HydrateClient>
  );
}
