import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleView } from '@/features/people/components/people-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage() {
  const { userId } = await authorize('user:admin');
  await prefetch(trpc.people.list.queryOptions());
  return (
    <HydrateClient>
      <PeopleView ownId={userId} />
    </HydrateClient>
  );
}
