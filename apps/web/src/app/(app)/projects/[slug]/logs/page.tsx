import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LogsView } from '@/features/logs/components/logs-view';
import { authorize } from '@/server/authorize';

interface LogsPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: LogsPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('logs')} · ${(await params).slug}` };
}

export default async function LogsPage() {
  await authorize('log:read');
  return <LogsView />;
}
