'use client';

import type { Translated } from '@jalon/contracts';
import { useLocale } from 'next-intl';

/** Says a text that the database holds in both languages in the reader's. */
export function useTranslated(): (text: Translated) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
