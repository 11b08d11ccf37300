import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditView } from '@/features/audit/components/audit-view';
import { authorize } from '@/server/authorize';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage() {
  await authorize('audit:read');
  await prefetch(trpc.audit.facets.queryOptions());
  return (
    <HydrateClient>
      <AuditView />
    </HydrateClient>
  );
}
