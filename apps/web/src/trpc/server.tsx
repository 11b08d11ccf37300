import 'server-only';
import type { ApiContext, AppRouter } from '@jalon/api';
import {
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
} from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { getBackend } from '../server/backend';
import { createQueryClient } from './query-client';

/** Who asks, and all that procedures need; read once per request. */
export const getApiContext = cache(
  async (): Promise<ApiContext> => getBackend().server.createContext((await headers()).get('cookie')),
);

/** Calls procedures directly, for what a server component needs itself. */
export const getCaller = cache(async () => getBackend().createCaller(await getApiContext()));

const getQueryClient = cache(createQueryClient);

/** Query options for `prefetch`: the same keys that the browser uses. */
export const trpc = createTRPCOptionsProxy<AppRouter>({
  ctx: getApiContext,
  // Read when a query is made: this module is loaded before the backend is, while pages are compiled.
  get router() {
    return getBackend().router;
  },
  queryClient: getQueryClient,
});

/**
 * Reads what a view will ask for, so that it is there when the page is first painted. Await it.
 * A failure is not thrown: the view asks again in the browser and shows what is wrong.
 */
export async function prefetch(...queries: unknown[]): Promise<void> {
  const client = getQueryClient();
  await Promise.all(
    queries.map((query) =>
      'getNextPageParam' in (query as object)
        ? client.prefetchInfiniteQuery(query as FetchInfiniteQueryOptions)
        : client.prefetchQuery(query as FetchQueryOptions),
    ),
  );
}

/** Hands what was prefetched to the views inside. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
