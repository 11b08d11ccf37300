'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { useTranslations } from 'next-intl';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that failed; the frame stays, so the way out does too. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('common');
  return (
    <ErrorState
      title={t('pageErrorTitle')}
      reference={error.digest ? t('errorReference', { id: error.digest }) : null}
      action={<Button onClick={reset}>{t('retry')}</Button>}
    >
      {t('pageErrorText')}
    </ErrorState>
  );
}
