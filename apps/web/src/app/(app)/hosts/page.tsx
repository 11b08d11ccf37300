import { allows } from '@jalon/contracts';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HostsView } from '@/features/hosts/components/hosts-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hosts'))('title') };
}

export default async function HostsPage() {
  const { role } = await authorize('host:read');
  await prefetch(trpc.host.list.queryOptions());
  return (
    <HydrateClient>
      <HostsView mayEdit={allows(role, 'host:write')} />
    </HydrateClient>
  );
}
