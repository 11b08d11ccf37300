'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { useTranslations } from 'next-intl';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** When even the frame could not be made: the database is away, most likely. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('common');
  return (
    <main className="mx-auto max-w-xl px-6 pt-[20vh]">
      <h1 className="sr-only">{t('pageErrorTitle')}</h1>
      <ErrorState
        title={t('pageErrorTitle')}
        reference={error.digest ? t('errorReference', { id: error.digest }) : null}
        action={<Button onClick={reset}>{t('retry')}</Button>}
      >
        {t('pageErrorText')}
      </ErrorState>
    </main>
  );
}
