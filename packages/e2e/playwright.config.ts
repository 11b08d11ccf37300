import { defineConfig } from '@playwright/test';

/** Real Chromium against a whole platform that global-setup starts on free ports: nothing is mocked. */
export default defineConfig({
  testDir: './tests',
  outputDir: '../../.jalon/reports/browser',
  globalSetup: './support/global-setup.ts',
  // One platform and one Docker engine for all: tests one after the other keep the figures honest.
  workers: 1,
  // `npm test` runs what failed once more and says so (scripts/test/unsteady.mjs); by hand a failure is a failure.
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // Of the second try: to trace every step of tests that pass is a quarter of their time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
});
