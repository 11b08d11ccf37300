'use client';

import type { AppRouter } from '@jalon/api';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import { createQueryClient, leaveWhenSignedOut } from './query-client';

const context = createTRPCContext<AppRouter>();

/** The API in a component: `useQuery(useTRPC().people.list.queryOptions())`. */
export const useTRPC = context.useTRPC;
/** The API in an event handler. */
export const useTRPCClient = context.useTRPCClient;

const ENDPOINT = '/api/trpc';
let tabQueryClient: QueryClient | undefined;

export function TRPCProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === 'subscription',
          true: httpSubscriptionLink({ url: ENDPOINT, transformer: superjson }),
          false: httpBatchLink({ url: ENDPOINT, transformer: superjson, maxURLLength: 2000 }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

/** One cache for the life of a tab; one per render on the server, where people must not share. */
function getQueryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient();
  if (tabQueryClient) return tabQueryClient;
  const client = createQueryClient();
  client.getQueryCache().config.onError = leaveWhenSignedOut;
  client.getMutationCache().config.onError = leaveWhenSignedOut;
  tabQueryClient = client;
  return client;
}
