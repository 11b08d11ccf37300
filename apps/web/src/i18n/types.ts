import type { Locale } from '@jalon/contracts';
import type messages from '../../messages/en.json';

/** Makes a key that is in no message file a type error. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
