import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewEnvironmentView } from '@/features/environments/components/new-environment-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface NewEnvironmentPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: NewEnvironmentPageProps): Promise<Metadata> {
  const t = await getTranslations('environment');
  return { title: `${t('newTitle')} · ${(await params).slug}` };
}

export default async function NewEnvironmentPage({ params, searchParams: search }: NewEnvironmentPageProps) {
  await authorize('environment:write');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const copyFromId = await chosenEnvironmentId(project, search);
  await prefetch(
    trpc.host.list.queryOptions(),
    trpc.environment.draft.queryOptions({ projectId: project.id, copyFromId }),
  );
  return (
    <HydrateClient>
      <NewEnvironmentView />
    </HydrateClient>
  );
}
