import { buttonClass } from '@jalon/ui/button';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Brand } from '@/features/frame/components/brand';

/** For an address that is nobody's. */
export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center px-6 pb-24">
      <Brand />
      <h1 className="mt-8 font-semibold text-xl">{t('notFoundTitle')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('notFoundText')}</p>
      <Link href="/" className={buttonClass()}>
        {t('goHome')}
      </Link>
    </main>
  );
}
