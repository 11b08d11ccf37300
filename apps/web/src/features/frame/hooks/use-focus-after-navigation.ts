'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** The id of a page's content, which the skip link leads to as well. */
export const CONTENT_ID = 'content';

/**
 * Another page puts the focus on its content, as loading it anew would: what had it is gone, or stands in the frame
 * before everything. A page that has taken it already, and a tab within the content, keep it.
 */
export function useFocusAfterNavigation(): void {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const content = document.getElementById(CONTENT_ID);
    const active = document.activeElement;
    const keeps = active?.closest('dialog[open]') || (active !== content && content?.contains(active));
    if (!keeps) content?.focus({ preventScroll: true });
  }, [pathname]);
}
