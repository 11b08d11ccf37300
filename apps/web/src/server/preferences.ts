import 'server-only';
import { LOCALES, type Locale } from '@jalon/contracts';
import { cookies, headers } from 'next/headers';
import { LOCALE_COOKIE, THEME_COOKIE, THEMES, type Theme } from '../lib/preferences';
import { getApiContext } from '../trpc/server';

/** The theme that was chosen; system when none was. */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get(THEME_COOKIE)?.value;
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** The language: chosen in this browser, else the person's own, else what the browser asks for. */
export async function readLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const known = LOCALES.find((locale) => locale === chosen);
  if (known) return known;
  // A database that is away must not keep an error page from being shown.
  const context = await getApiContext().catch(() => null);
  return context?.session?.locale ?? preferredLocale((await headers()).get('accept-language') ?? '');
}

/** The first language of an Accept-Language header that the interface speaks. */
function preferredLocale(header: string): Locale {
  const wanted = header
    .split(',')
    .map((entry) => {
      const [tag = '', quality = 'q=1'] = entry.trim().split(';');
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(quality.split('=')[1] ?? 1) };
    })
    .sort((one, other) => other.weight - one.weight);
  for (const { language } of wanted) {
    const locale = LOCALES.find((candidate) => candidate === language);
    if (locale) return locale;
  }
  return 'en';
}
