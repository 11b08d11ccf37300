import { STAGE_KEYS } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PolicyView } from '@/features/gates/components/policy-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gatePolicy'))('title') };
}

export default async function GatePolicyPage({ params }: { params: Promise<{ stage: string }> }) {
  await authorize('setting:write');
  const { stage } = await params;
  const from = STAGE_KEYS.find((key) => key === stage);
  if (!from) notFound();
  await prefetch(trpc.gatePolicy.get.queryOptions({ from }));
  return (
    <HydrateClient>
      <PolicyView from={from} />
    </HydrateClient>
  );
}
