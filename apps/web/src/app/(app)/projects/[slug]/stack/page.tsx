import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StackView } from '@/features/stack/components/stack-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface StackPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: StackPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('stack')} · ${(await params).slug}` };
}

export default async function StackPage({ params, searchParams: search }: StackPageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const projectId = project.id;
  const environmentId = await chosenEnvironmentId(project, search);
  await prefetch(
    trpc.stack.get.queryOptions({ projectId, environmentId }),
    trpc.environment.pending.queryOptions({ environmentId }),
  );
  return (
    <HydrateClient>
      <StackView />
    </HydrateClient>
  );
}
