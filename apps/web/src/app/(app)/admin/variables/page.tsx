import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GlobalVariablesView } from '@/features/global-variables/components/global-variables-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('globalVariables'))('title') };
}

export default async function GlobalVariablesPage() {
  await authorize('setting:write');
  await prefetch(trpc.variable.listGlobal.queryOptions());
  return (
    <HydrateClient>
      <GlobalVariablesView />
    </HydrateClient>
  );
}
