'use client';

import type { ErrorDetail } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { apiErrorData } from '@/lib/api-error';

/** What was refused of many, by reference. Empty for an error that is about no use case in particular. */
export function refusalsIn(error: unknown): ErrorDetail[] {
  return (apiErrorData(error)?.details ?? []).filter(({ code }) => code !== undefined);
}

/** Why one of many was refused, in the reader's language. */
export function useRefusalText(): (refusal: ErrorDetail) => string {
  const t = useTranslations('bulk.refused');
  return ({ code, who = '' }) => {
    switch (code) {
      case 'STALE_VERSION':
        return t('stale', { who });
      case 'FORBIDDEN':
        return t('forbidden', { who });
      case 'CONFLICT':
        return t('closed');
      case 'VALIDATION':
        return t('tags');
      default:
        return t('gone');
    }
  };
}
