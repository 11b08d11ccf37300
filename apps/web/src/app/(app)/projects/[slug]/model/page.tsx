import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ModelView } from '@/features/model/components/model-view';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface ModelPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ModelPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('model')} · ${(await params).slug}` };
}

export default async function ModelPage({ params }: ModelPageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const projectId = project.id;
  await prefetch(trpc.model.versions.queryOptions({ projectId }));
  return (
    <HydrateClient>
      <ModelView />
    </HydrateClient>
  );
}
