import 'server-only';
import { type ApiContext, type AppRouter, appRouter, createCaller } from '@jalon/api';
import { dehydrate, type FetchQueryOptions, HydrationBoundary } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { getServer } from '../server/composition';
import { createQueryClient } from './query-client';

/** Who asks, and all that procedures need; read once per request. */
export const getApiContext = cache(
  async (): Promise<ApiContext> => getServer().createContext((await headers()).get('cookie')),
);

/** Calls procedures directly, for what a server component needs itself. */
export const getCaller = cache(async () => createCaller(await getApiContext()));

const getQueryClient = cache(createQueryClient);

/** Query options for `prefetch`: the same keys that the browser uses. */
export const trpc = createTRPCOptionsProxy<AppRouter>({
  ctx: getApiContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/**
 * Reads what a view will ask for, so that it is there when the page is first painted. Await it.
 * A failure is not thrown: the view asks again in the browser and shows what is wrong.
 */
export async function prefetch(...queries: unknown[]): Promise<void> {
  const client = getQueryClient();
  await Promise.all(queries.map((query) => client.prefetchQuery(query as FetchQueryOptions)));
}

/** Hands what was prefetched to the views inside. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
