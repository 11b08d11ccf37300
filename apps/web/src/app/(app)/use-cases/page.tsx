import { allows } from '@jalon/contracts';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UseCasesView } from '@/features/use-cases/components/list/use-cases-view';
import { listInput, readListState } from '@/features/use-cases/lib/list-state';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCase'))('title') };
}

export default async function UseCasesPage({ searchParams: search }: { searchParams: PageSearch }) {
  const { role } = await authorize('portfolio:read');
  const state = readListState(await searchParams(search));
  await prefetch(trpc.useCase.list.queryOptions(listInput(state)), trpc.reference.portfolio.queryOptions());
  return (
    <HydrateClient>
      <UseCasesView canCreate={allows(role, 'use-case:write')} />
    </HydrateClient>
  );
}
