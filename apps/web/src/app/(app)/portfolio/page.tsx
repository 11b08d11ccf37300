import { allows } from '@jalon/contracts';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortfolioView } from '@/features/portfolio/components/portfolio-view';
import { bridgeInput, portfolioInput, readPortfolioState } from '@/features/portfolio/lib/portfolio-state';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portfolio'))('title') };
}

export default async function PortfolioPage({ searchParams: search }: { searchParams: PageSearch }) {
  const { role } = await authorize('portfolio:read');
  const state = readPortfolioState(await searchParams(search));
  await prefetch(
    trpc.portfolio.summary.queryOptions(portfolioInput(state)),
    trpc.portfolio.bridge.queryOptions(bridgeInput(state)),
    trpc.reference.portfolio.queryOptions(),
  );
  return (
    <HydrateClient>
      <PortfolioView canCreate={allows(role, 'use-case:write')} />
    </HydrateClient>
  );
}
