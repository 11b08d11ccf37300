import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readTheme } from '@/server/preferences';
import { inter, jetbrainsMono } from './fonts';
import { Providers } from './providers';

export const metadata: Metadata = { title: { default: 'Jalon', template: '%s · Jalon' }, robots: 'noindex' };
export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, theme] = await Promise.all([getLocale(), getMessages(), readTheme()]);
  return (
    <html
      lang={locale}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${inter.variable} ${jetbrainsMono.variable}`}
      // The theme switch writes data-theme itself, before the server is asked again.
      suppressHydrationWarning
    >
      <body>
        <Providers locale={locale} messages={messages}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
