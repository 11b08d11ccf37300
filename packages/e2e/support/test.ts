import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import type { ApiClient } from '../../../scripts/sample/api-client';
import { apiClient, signIn } from '../../../scripts/sample/api-client';
import type { SamplePersonKey } from '../../../scripts/sample/people';
import { measureLayoutShift } from './layout-shift';
import { platformInfo } from './platform-info';
import type { PlatformInfo } from './test-platform';

/**
 * Chromium drops what it is loading whenever a network interface of the machine changes, and every container
 * that starts is one. It says nothing about a page: what was dropped is loaded again.
 */
const NETWORK_CHANGED = /ERR_NETWORK_CHANGED|interrupted by another navigation to "chrome-error:/;

interface Fixtures {
  platform: PlatformInfo;
  /** The API as a person, to prepare what a test is not about. */
  apiAs: (person: SamplePersonKey) => Promise<ApiClient>;
  /** Names errors of the console that this test provokes on purpose. */
  expectConsoleError: (pattern: RegExp) => void;
}

/**
 * Playwright's test with the platform behind it. Every test fails on an error in the console or an uncaught
 * exception in a page, unless it has named it. `page.goto('/portfolio')` is relative to the platform.
 */
export const test = base.extend<Fixtures & { watchPages: undefined }>({
  platform: async ({ browserName: _ }, use) => use(platformInfo()),
  baseURL: async ({ browserName: _ }, use) => use(platformInfo().url),
  apiAs: async ({ platform }, use) => {
    await use(async (person) => {
      const { email, password } = platform.people[person];
      return apiClient(platform.url, await signIn(platform.url, email, password));
    });
  },
  expectConsoleError: async ({ browserName: _ }, use, info) => {
    await use((pattern) =>
      info.annotations.push({ type: 'expected-console-error', description: pattern.source }),
    );
  },
  watchPages: [
    async ({ browser, context }, use, info) => {
      const newContext = browser.newContext.bind(browser);
      // A second person's browser is as patient as the first one's.
      browser.newContext = async (options) => {
        const made = await newContext(options);
        made.on('page', retryDroppedLoads);
        return made;
      };
      const errors: string[] = [];
      const watch = (page: Page): void => {
        page.on('console', (message: ConsoleMessage) => {
          if (message.type() === 'error' && !NETWORK_CHANGED.test(message.text()))
            errors.push(`${page.url()}: ${message.text()} (${message.location().url})`);
        });
        retryDroppedLoads(page);
        page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
      };
      context.on('page', watch);
      await context.addInitScript(measureLayoutShift);
      await use(undefined);
      browser.newContext = newContext;
      const allowed = info.annotations
        .filter(({ type }) => type === 'expected-console-error')
        .map(({ description }) => new RegExp(description ?? ''));
      const surprises = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
      expect(surprises, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** Loads again what was dropped, and waits until what was loaded answers to clicks. */
function retryDroppedLoads(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await repeated(() => goto(url, options));
    await hydrated(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await repeated(() => reload(options));
    await hydrated(page);
    return response;
  };
}

/** A click on a page that React has not taken over yet is lost. Pages of others have nothing to wait for. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const isTaken = (element: Element): boolean =>
      Object.keys(element).some((key) => key.startsWith('__reactProps'));
    return [...document.querySelectorAll('button')].every(isTaken);
  });
}

async function repeated<T>(load: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left -= 1) {
    try {
      return await load();
    } catch (error) {
      if (left === 0 || !NETWORK_CHANGED.test(String(error))) throw error;
    }
  }
}

export { expect };
