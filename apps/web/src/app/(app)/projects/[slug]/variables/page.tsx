import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { VariablesView } from '@/features/variables/components/variables-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface VariablesPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: VariablesPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('variables')} · ${(await params).slug}` };
}

export default async function VariablesPage({ params, searchParams: search }: VariablesPageProps) {
  await authorize('variable:write');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const environmentId = await chosenEnvironmentId(project, search);
  await prefetch(
    trpc.variable.list.queryOptions({ environmentId }),
    trpc.environment.pending.queryOptions({ environmentId }),
  );
  return (
    <HydrateClient>
      <VariablesView />
    </HydrateClient>
  );
}
