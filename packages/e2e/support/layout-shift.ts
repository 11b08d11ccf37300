import type { Page } from '@playwright/test';

declare global {
  interface Window {
    jalonLayoutShift?: number;
  }
}

/** Runs in every page before its own scripts: adds up the shifts that nobody's input explains. */
export function measureLayoutShift(): void {
  window.jalonLayoutShift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) window.jalonLayoutShift = (window.jalonLayoutShift ?? 0) + entry.value;
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** Cumulative layout shift of the page since it was loaded. */
export const layoutShiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => window.jalonLayoutShift ?? 0);
