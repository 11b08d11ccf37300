import { buttonClass } from '@jalon/ui/button';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

/** A one-time link that was used, has expired, or never was. */
export async function DeadLink({ kind }: { kind: 'invite' | 'setup' }) {
  const t = await getTranslations('auth');
  return (
    <>
      <h1 className="font-semibold text-xl">{t('linkDeadTitle')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{kind === 'invite' ? t('linkDeadInvite') : t('linkDeadSetup')}</p>
      <Link href="/sign-in" className={buttonClass()}>
        {t('toSignIn')}
      </Link>
    </>
  );
}
