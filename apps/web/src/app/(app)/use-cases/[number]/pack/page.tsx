import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PackView } from '@/features/use-cases/components/pack/pack-view';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { isNotFound } from '@/server/is-not-found';
import { getCaller } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pack'))('title') };
}

interface PageProps {
  params: Promise<{ number: string }>;
  searchParams: PageSearch;
}

const NUMBER = /^[1-9]\d{0,8}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A decision never changes: the page is read once, and needs nothing of the cache. */
export default async function DecisionPackPage({ params, searchParams: search }: PageProps) {
  await authorize('portfolio:read');
  const { number } = await params;
  const reviewId = (await searchParams(search)).get('review') ?? '';
  if (!NUMBER.test(number) || !UUID.test(reviewId)) notFound();
  const caller = await getCaller();
  const pack = await caller.gate.pack({ number: Number(number), reviewId }).catch((error: unknown) => {
    if (isNotFound(error)) notFound();
    throw error;
  });
  return <PackView pack={pack} />;
}
