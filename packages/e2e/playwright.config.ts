import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './support/chromium';

/** Real Chromium against a whole platform that global-setup starts on free ports: nothing is mocked. */
export default defineConfig({
  testDir: './tests',
  outputDir: '../../.jalon/reports/browser',
  globalSetup: './support/global-setup.ts',
  // One platform and one Docker engine for all: tests one after the other keep the figures honest.
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: CHROMIUM,
    viewport: { width: 1366, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
