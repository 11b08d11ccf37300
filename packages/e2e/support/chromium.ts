import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const DEBIAN = '/usr/bin/chromium';

/** Debian's Chromium, else the one that Playwright installed. Without a sandbox as root, which cannot have one. */
export const CHROMIUM: LaunchOptions = {
  ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
