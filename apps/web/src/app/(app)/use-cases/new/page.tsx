import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewUseCaseView } from '@/features/use-cases/components/new/new-use-case-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCase'))('newTitle') };
}

export default async function NewUseCasePage() {
  const { userId, role } = await authorize('use-case:write');
  await prefetch(trpc.reference.portfolio.queryOptions());
  return (
    <HydrateClient>
      <NewUseCaseView userId={userId} mayChooseOwner={role === 'ADMIN'} />
    </HydrateClient>
  );
}
