'use client';

import type { Locale } from '@jalon/contracts';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { LOCALE_COOKIE, rememberChoice, THEME_COOKIE, THEMES, type Theme } from '@/lib/preferences';

/** The language and theme of this browser, and how to change them. */
export function usePreferences(onLocale?: (locale: Locale) => void) {
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const written = document.documentElement.dataset.theme;
    setTheme(THEMES.find((known) => known === written) ?? 'system');
  }, []);
  return {
    locale,
    theme,
    changeTheme(next: Theme) {
      rememberChoice(THEME_COOKIE, next);
      setTheme(next);
      if (next === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
    },
    changeLocale(next: Locale) {
      rememberChoice(LOCALE_COOKIE, next);
      onLocale?.(next);
      router.refresh();
    },
  };
}
