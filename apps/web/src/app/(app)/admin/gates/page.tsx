import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GatesView } from '@/features/gates/components/gates-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gatePolicy'))('title') };
}

export default async function GatesPage() {
  await authorize('setting:write');
  await prefetch(
    trpc.gatePolicy.list.queryOptions(),
    trpc.gatePolicy.approvers.queryOptions(),
    trpc.people.list.queryOptions(),
  );
  return (
    <HydrateClient>
      <GatesView />
    </HydrateClient>
  );
}
