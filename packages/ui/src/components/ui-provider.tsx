'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The few words that components say by themselves. */
export interface UiLabels {
  close: string;
  loading: string;
  required: string;
}

interface UiContextValue {
  locale: string;
  labels: UiLabels;
}

const UiContext = createContext<UiContextValue>({
  locale: 'en',
  labels: { close: 'Close', loading: 'Loading', required: 'required' },
});

/** Tells every component below in which language figures, dates and its own few words are. */
export function UiProvider({ locale, labels, children }: UiContextValue & { children: ReactNode }) {
  return <UiContext value={{ locale, labels }}>{children}</UiContext>;
}

export const useUi = (): UiContextValue => useContext(UiContext);
