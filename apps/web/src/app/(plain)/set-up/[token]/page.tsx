import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadLink } from '@/features/auth/components/dead-link';
import { SetUpForm } from '@/features/auth/components/set-up-form';
import { getCaller } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('setupTitle'), referrer: 'no-referrer' };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations('auth');
  const { token } = await params;
  const setup = await (await getCaller()).session.readSetup({ token }).catch(() => ({ open: false }));
  if (!setup.open) return <DeadLink kind="setup" />;
  return (
    <>
      <h1 className="font-semibold text-xl">{t('setupTitle')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('setupText')}</p>
      <SetUpForm token={token} />
    </>
  );
}
