import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** Debian's Chromium without its windows: what tests need of it, for a fifth less work. */
export const CHROMIUM_PATH = '/usr/bin/chromium-headless-shell';
/** And with them, for pictures and frames as people see them. */
const WHOLE_PATH = '/usr/bin/chromium';

/** Without a sandbox as root, which cannot have one. */
const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium as `executable`, else Debian's for tests, else the one that Playwright installed. */
export function chromium(executable?: string | null): LaunchOptions {
  const path = executable ?? (existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : null);
  return { ...(path ? { executablePath: path } : {}), args: ARGUMENTS };
}

export const CHROMIUM = chromium(existsSync(WHOLE_PATH) ? WHOLE_PATH : null);
