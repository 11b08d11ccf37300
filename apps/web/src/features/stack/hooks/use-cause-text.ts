'use client';

import type { Cause } from '@jalon/contracts';
import { useTranslations } from 'next-intl';

/** Says why an operation is needed, in the reader's language. */
export function useCauseText(): (cause: Cause) => string {
  const t = useTranslations('stack.cause');
  return ({ code, ...values }) => t(code, values);
}
