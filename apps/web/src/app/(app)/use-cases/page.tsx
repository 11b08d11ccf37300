import { allows, STAGE_KEYS } from '@jalon/contracts';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { UseCasesView } from '@/features/use-cases/components/list/use-cases-view';
import { pageInput, viewOrder } from '@/features/use-cases/lib/list-page';
import { filterInput, type ListState, listHref, readListState } from '@/features/use-cases/lib/list-state';
import { stateOfView } from '@/features/use-cases/lib/saved-views';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { getCaller, HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('useCase'))('title') };
}

/** The rows that the first paint shows: a page of each column of the board, or the first of the list. */
function firstRows(state: ListState): unknown[] {
  const filter = filterInput(state);
  if (state.view === 'matrix') return [trpc.useCase.matrix.queryOptions(filter)];
  const lists =
    state.view === 'board'
      ? STAGE_KEYS.filter((key) => filter.stages.length === 0 || filter.stages.includes(key)).map((key) => ({
          ...filter,
          stages: [key],
        }))
      : [filter];
  return lists.map((own) =>
    trpc.useCase.list.infiniteQueryOptions(pageInput(own, viewOrder(state)), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
}

/** An address that says nothing opens the view that its reader chose for that, when there is one. */
async function openUsualView(): Promise<void> {
  const usual = (await (await getCaller()).savedView.list()).find(({ isDefault }) => isDefault);
  if (usual) redirect(listHref(stateOfView(usual)));
}

export default async function UseCasesPage({ searchParams: search }: { searchParams: PageSearch }) {
  const { role } = await authorize('portfolio:read');
  const params = await searchParams(search);
  if (params.size === 0) await openUsualView();
  const state = readListState(params);
  await prefetch(
    trpc.useCase.figures.queryOptions(filterInput(state)),
    trpc.reference.portfolio.queryOptions(),
    trpc.savedView.list.queryOptions(),
    trpc.session.me.queryOptions(),
    ...firstRows(state),
  );
  return (
    <HydrateClient>
      <UseCasesView canCreate={allows(role, 'use-case:write')} />
    </HydrateClient>
  );
}
