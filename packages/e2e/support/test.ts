import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import type { ApiClient } from '../../../scripts/sample/api-client';
import { apiClient, signIn } from '../../../scripts/sample/api-client';
import type { SamplePersonKey } from '../../../scripts/sample/people';
import { chromium } from './chromium';
import { measureLayoutShift } from './layout-shift';
import { platformInfo } from './platform-info';
import type { PlatformInfo } from './test-platform';

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
  launchOptions: [
    async ({ browserName: _ }, use) => use(chromium(platformInfo().chromium)),
    { scope: 'worker' },
  ],
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
      const errors: string[] = [];
      await watch(context, errors);
      const newContext = browser.newContext.bind(browser);
      // A second person's browser is watched like the first one's.
      browser.newContext = async (options) => {
        const made = await newContext(options);
        await watch(made, errors);
        return made;
      };
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

/** Adds what goes wrong in the pages of a browser to `errors`. */
async function watch(context: BrowserContext, errors: string[]): Promise<void> {
  context.on('page', (page) => {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error')
        errors.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`));
    waitForReact(page);
  });
  await context.addInitScript(measureLayoutShift);
}

/** What was loaded answers to clicks once `goto` and `reload` have come back. */
function waitForReact(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    await hydrated(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
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

export { expect };
