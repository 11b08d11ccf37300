'use client';

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { followFocus } from '../lib/last-focused';

/** The few words that components say by themselves. */
export interface UiLabels {
  close: string;
  copy: string;
  copied: string;
  loading: string;
  required: string;
}

interface UiContextValue {
  locale: string;
  labels: UiLabels;
}

const UiContext = createContext<UiContextValue>({
  locale: 'en',
  labels: { close: 'Close', copy: 'Copy', copied: 'Copied', loading: 'Loading', required: 'required' },
});

/**
 * Tells every component below in which language figures, dates and its own few words are, and remembers what had the
 * focus for those that give it back.
 */
export function UiProvider({ locale, labels, children }: UiContextValue & { children: ReactNode }) {
  useEffect(followFocus, []);
  return <UiContext value={{ locale, labels }}>{children}</UiContext>;
}

export const useUi = (): UiContextValue => useContext(UiContext);
