import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeploymentsView } from '@/features/deployments/components/deployments-view';
import type { PageSearch } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { chosenEnvironmentId, readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface DeploymentsPageProps {
  params: Promise<{ slug: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: DeploymentsPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('deployments')} · ${(await params).slug}` };
}

export default async function DeploymentsPage({ params, searchParams: search }: DeploymentsPageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  if (!project) notFound();
  const projectId = project.id;
  const environmentId = await chosenEnvironmentId(project, search);
  await prefetch(
    trpc.deployment.list.queryOptions({ projectId, environmentId }),
    trpc.revision.list.queryOptions({ projectId }),
  );
  return (
    <HydrateClient>
      <DeploymentsView />
    </HydrateClient>
  );
}
