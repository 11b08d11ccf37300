/** Languages of the interface. */
export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/** Narrows any text to a language of the interface, English when unknown. */
export function toLocale(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? 'en';
}
