import { deploymentRef } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeploymentView } from '@/features/deployments/components/deployment-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface DeploymentPageProps {
  params: Promise<{ slug: string; id: string }>;
}

export async function generateMetadata({ params }: DeploymentPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('deployments')} · ${(await params).slug}` };
}

export default async function DeploymentPage({ params }: DeploymentPageProps) {
  await authorize('project:read');
  const ref = deploymentRef.safeParse({ deploymentId: (await params).id });
  if (!ref.success) notFound();
  await prefetch(trpc.deployment.get.queryOptions(ref.data));
  return (
    <HydrateClient>
      <DeploymentView deploymentId={ref.data.deploymentId} />
    </HydrateClient>
  );
}
