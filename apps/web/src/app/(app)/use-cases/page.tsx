import { allows, STAGE_KEYS } from '@jalon/contracts';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UseCasesView } from '@/features/use-cases/components/list/use-cases-view';
import { pageInput, viewOrder } from '@/features/use-cases/lib/list-page';
import { filterInput, type ListState, readListState } from '@/features/use-cases/lib/list-state';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCase'))('title') };
}

/** The rows that the first paint shows: a page of each column of the board, or the first of the list. */
function firstRows(state: ListState): unknown[] {
  const filter = filterInput(state);
  const { sort, descending } = viewOrder(state);
  if (state.view === 'matrix') return [trpc.useCase.matrix.queryOptions(filter)];
  const lists =
    state.view === 'board'
      ? STAGE_KEYS.filter((key) => filter.stages.length === 0 || filter.stages.includes(key)).map((key) => ({
          ...filter,
          stages: [key],
        }))
      : [filter];
  return lists.map((own) =>
    trpc.useCase.list.infiniteQueryOptions(pageInput(own, sort, descending), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
}

export default async function UseCasesPage({ searchParams: search }: { searchParams: PageSearch }) {
  const { role } = await authorize('portfolio:read');
  const state = readListState(await searchParams(search));
  await prefetch(
    trpc.useCase.figures.queryOptions(filterInput(state)),
    trpc.reference.portfolio.queryOptions(),
    ...firstRows(state),
  );
  return (
    <HydrateClient>
      <UseCasesView canCreate={allows(role, 'use-case:write')} />
    </HydrateClient>
  );
}
