import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewProjectView } from '@/features/projects/components/new-project-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('project'))('newTitle') };
}

interface NewProjectPageProps {
  /** `?useCase=12`: the number of the use case that the reader comes from. */
  searchParams: Promise<{ useCase?: string | string[] }>;
}

export default async function NewProjectPage({ searchParams }: NewProjectPageProps) {
  await authorize('project:create');
  await prefetch(trpc.project.candidates.queryOptions(), trpc.catalogue.list.queryOptions());
  const useCase = Number((await searchParams).useCase);
  return (
    <HydrateClient>
      <NewProjectView useCase={Number.isInteger(useCase) ? useCase : null} />
    </HydrateClient>
  );
}
