import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { VolumesView } from '@/features/files/components/volumes-view';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface DataPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('data')} · ${(await params).slug}` };
}

export default async function DataPage({ params }: DataPageProps) {
  await authorize('file:write');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const environmentId = project.environments[0]?.id ?? '';
  await prefetch(trpc.file.volumes.queryOptions({ environmentId }));
  return (
    <HydrateClient>
      <VolumesView />
    </HydrateClient>
  );
}
