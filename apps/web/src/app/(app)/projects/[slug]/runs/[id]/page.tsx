import { runRef } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunView } from '@/features/runs/components/run-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface RunPageProps {
  params: Promise<{ slug: string; id: string }>;
}

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('runs')} · ${(await params).slug}` };
}

export default async function RunPage({ params }: RunPageProps) {
  await authorize('project:read');
  const ref = runRef.safeParse({ runId: (await params).id });
  if (!ref.success) notFound();
  await prefetch(trpc.run.get.queryOptions(ref.data));
  return (
    <HydrateClient>
      <RunView runId={ref.data.runId} />
    </HydrateClient>
  );
}
