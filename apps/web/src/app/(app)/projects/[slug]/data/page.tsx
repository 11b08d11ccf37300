import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { VolumesView } from '@/features/files/components/volumes-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface DataPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('data')} · ${(await params).slug}` };
}

export default async function DataPage({ params, searchParams: search }: DataPageProps) {
  await authorize('file:write');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const environmentId = await chosenEnvironmentId(project, search);
  await prefetch(trpc.file.volumes.queryOptions({ environmentId }));
  return (
    <HydrateClient>
      <VolumesView />
    </HydrateClient>
  );
}
