import { Notice } from '@jalon/ui/notice';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/features/auth/components/sign-in-form';
import { safeCallback } from '@/lib/safe-callback';
import { getBackend } from '@/server/backend';
import { getApiContext, getCaller } from '@/trpc/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('signInTitle') };
}

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = await getTranslations('auth');
  const { callbackUrl } = await searchParams;
  const wanted = typeof callbackUrl === 'string' ? callbackUrl : undefined;
  const target = safeCallback(wanted, getBackend().server.publicOrigins);
  const { principal } = await getApiContext();
  if (principal) redirect(target);
  const { needsSetup } = await (await getCaller()).session.setupStatus();
  return (
    <>
      <h1 className="mb-5 font-semibold text-xl">{t('signInTitle')}</h1>
      {needsSetup ? (
        <Notice tone="info" title={t('needsSetup')} className="mb-5">
          {t('needsSetupText')}
        </Notice>
      ) : wanted ? (
        <p className="-mt-3 mb-5 text-ink-2">{t('expired')}</p>
      ) : null}
      <SignInForm target={target} />
    </>
  );
}
