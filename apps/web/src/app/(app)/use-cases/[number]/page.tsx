import { useCaseReference } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { UseCaseView } from '@/features/use-cases/components/detail/use-case-view';
import { readTab } from '@/features/use-cases/lib/tabs';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { isNotFound } from '@/server/is-not-found';
import { getCaller, HydrateClient, prefetch, trpc } from '@/trpc/server';

interface PageProps {
  params: Promise<{ number: string }>;
  searchParams: PageSearch;
}

const NUMBER = /^[1-9]\d{0,8}$/;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { number } = await params;
  return { title: NUMBER.test(number) ? useCaseReference(Number(number)) : undefined };
}

export default async function UseCasePage({ params, searchParams: search }: PageProps) {
  await authorize('portfolio:read');
  const { number: text } = await params;
  if (!NUMBER.test(text)) notFound();
  const number = Number(text);
  const caller = await getCaller();
  const useCase = await caller.useCase.get({ number }).catch((error: unknown) => {
    if (isNotFound(error)) notFound();
    throw error;
  });
  const tab = readTab(await searchParams(search));
  const { id: useCaseId } = useCase;
  await prefetch(
    trpc.useCase.get.queryOptions({ number }),
    trpc.reference.portfolio.queryOptions(),
    trpc.gate.get.queryOptions({ useCaseId }),
    ...(tab === 'value'
      ? [trpc.estimate.list.queryOptions({ useCaseId }), trpc.realization.get.queryOptions({ useCaseId })]
      : []),
    ...(tab === 'kpis' || tab === 'overview' ? [trpc.kpi.list.queryOptions({ useCaseId })] : []),
    ...(tab === 'kpis' && useCase.rights.kpi ? [trpc.kpi.tokens.queryOptions({ useCaseId })] : []),
    ...(tab === 'history'
      ? [
          trpc.useCase.history.queryOptions({ useCaseId }),
          trpc.comment.list.queryOptions({ useCaseId }),
          trpc.attachment.list.queryOptions({ useCaseId }),
        ]
      : []),
  );
  return (
    <HydrateClient>
      <UseCaseView number={number} />
    </HydrateClient>
  );
}
