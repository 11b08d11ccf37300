import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsView } from '@/features/projects/components/settings-view';
import { authorize } from '@/server/authorize';

interface SettingsPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: SettingsPageProps): Promise<Metadata> {
  const t = await getTranslations('nav');
  return { title: `${t('settings')} · ${(await params).slug}` };
}

export default async function SettingsPage() {
  await authorize('deployment:write');
  return <SettingsView />;
}
