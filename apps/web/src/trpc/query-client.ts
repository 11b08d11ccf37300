import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';
import superjson from 'superjson';
import { apiErrorCode, isTransient } from '../lib/api-error';

/** Changes are announced, so nothing is read again for its age alone within this time. */
const STALE_MS = 30_000;
const RETRIES = 2;

/** The cache of a tab, or of one server render. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failures, error) => failures < RETRIES && isTransient(error),
      },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
        // What went wrong is told by the page's error boundary, in words that are safe to show.
        shouldRedactErrors: () => false,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** Sends whoever is no longer signed in to the sign-in page, and back here afterwards. */
export function leaveWhenSignedOut(error: unknown): void {
  if (apiErrorCode(error) !== 'UNAUTHENTICATED') return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
