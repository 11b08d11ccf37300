import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ValueSettingsView } from '@/features/value-settings/components/value-settings-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('valueSettings'))('title') };
}

export default async function ValueSettingsPage() {
  await authorize('setting:write');
  await prefetch(trpc.valueSettings.get.queryOptions(), trpc.exchangeRate.list.queryOptions());
  return (
    <HydrateClient>
      <ValueSettingsView />
    </HydrateClient>
  );
}
