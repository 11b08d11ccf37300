'use client';

import { Button } from '@jalon/ui/button';
import { ErrorState } from '@jalon/ui/error-state';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/lib/use-error-text';

export interface QueryErrorProps {
  /** What could not be read. */
  title: string;
  error: unknown;
  onRetry: () => void;
}

/** A part of a page that could not be read: what happened, and the way to try again. */
export function QueryError({ title, error, onRetry }: QueryErrorProps) {
  const common = useTranslations('common');
  const text = useErrorText()(error);
  return (
    <ErrorState
      title={title}
      reference={text.reference}
      action={<Button onClick={onRetry}>{common('retry')}</Button>}
    >
      {text.detail ?? text.title}
    </ErrorState>
  );
}
