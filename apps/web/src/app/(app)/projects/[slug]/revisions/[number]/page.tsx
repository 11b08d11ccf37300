import { revisionRef } from '@jalon/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RevisionView } from '@/features/revisions/components/revision-view';
import { authorize } from '@/server/authorize';
import { readProject } from '@/server/read-project';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

interface RevisionPageProps {
  params: Promise<{ slug: string; number: string }>;
}

export async function generateMetadata({ params }: RevisionPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  const { slug, number } = await params;
  return { title: `${t('revisions')} ${number} · ${slug}` };
}

export default async function RevisionPage({ params }: RevisionPageProps) {
  await authorize('project:read');
  const { slug, number } = await params;
  const project = await readProject(slug);
  const ref = revisionRef.safeParse({ projectId: project?.id, number: Number(number) });
  if (!ref.success) notFound();
  await prefetch(trpc.revision.get.queryOptions(ref.data));
  return (
    <HydrateClient>
      <RevisionView number={ref.data.number} />
    </HydrateClient>
  );
}
