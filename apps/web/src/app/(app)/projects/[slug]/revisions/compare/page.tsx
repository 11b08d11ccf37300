import { compareRevisionsInput } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CompareView } from '@/features/revisions/components/compare-view';
import { CHOICE_LIMIT } from '@/features/revisions/lib/choice-limit';
import { type PageSearch, searchParams } from '@/lib/search-params';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface ComparePageProps {
  params: Promise<{ slug: string }>;
  /** `?from=3&to=5` */
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('compare')} · ${(await params).slug}` };
}

export default async function ComparePage({ params, searchParams: search }: ComparePageProps) {
  await authorize('project:read');
  const project = await readProject((await params).slug);
  const query = await searchParams(search);
  const input = compareRevisionsInput.safeParse({
    projectId: project?.id,
    from: Number(query.get('from')),
    to: Number(query.get('to')),
  });
  if (!input.success) notFound();
  const { projectId, from, to } = input.data;
  await prefetch(
    trpc.revision.list.queryOptions({ projectId, limit: CHOICE_LIMIT }),
    trpc.revision.compare.queryOptions(input.data),
  );
  return (
    <HydrateClient>
      <CompareView from={from} to={to} />
    </HydrateClient>
  );
}
