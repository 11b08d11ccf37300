import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CatalogueView } from '@/features/catalogue/components/catalogue-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('title') };
}

export default async function CataloguePage() {
  await authorize('project:create');
  await prefetch(trpc.catalogue.list.queryOptions());
  return (
    <HydrateClient>
      <CatalogueView />
    </HydrateClient>
  );
}
