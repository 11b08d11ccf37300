import { getRequestConfig } from 'next-intl/server';
import { readLocale } from '../server/preferences';

/** The language and its messages, for each request; the address does not carry it. */
export default getRequestConfig(async () => {
  const locale = await readLocale();
  const messages = (await import(`../../messages/${locale}.json`)).default;
  return { locale, messages };
});
