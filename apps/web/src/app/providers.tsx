'use client';

import type { Locale } from '@jalon/contracts';
import { ToastProvider } from '@jalon/ui/toast';
import { UiProvider } from '@jalon/ui/ui-provider';
import { type Messages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { TRPCProvider } from '@/trpc/react';

export interface ProvidersProps {
  locale: Locale;
  messages: Messages;
  children: ReactNode;
}

/** What every page stands on: language, toasts, the API. */
export function Providers({ locale, messages, children }: ProvidersProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <UiProvider
        locale={locale}
        labels={{
          close: messages.common.close,
          copy: messages.common.copy,
          copied: messages.common.copied,
          loading: messages.common.loading,
          required: messages.common.required,
        }}
      >
        <TRPCProvider>
          <ToastProvider>{children}</ToastProvider>
        </TRPCProvider>
      </UiProvider>
    </NextIntlClientProvider>
  );
}
