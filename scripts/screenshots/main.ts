import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM } from '../../packages/e2e/support/chromium';
import { main, Refusal } from '../lib/fail.mjs';
import { home, ROOT } from '../lib/home.mjs';
import { processState } from '../lib/processes.mjs';
import { step } from '../lib/steps.mjs';
import { readState } from '../platform/state';
import { signIn } from '../sample/api-client';
import { SAMPLE_PEOPLE } from '../sample/people';
import { PICTURES, type Picture } from './pictures';

const SIZE = { width: 1280, height: 800 };

await main(async () => {
  const { ports, passwords } = readState(home);
  const { email } = SAMPLE_PEOPLE.admin;
  const password = passwords[email];
  if (!processState(home, 'web').alive || !ports.web || !password) {
    throw new Refusal('The pictures are taken from the running demo: npm run demo');
  }
  const url = `http://localhost:${ports.web}`;
  const cookie = await signIn(url, email, password);
  const browser = await chromium.launch(CHROMIUM);
  try {
    for (const picture of PICTURES) {
      await step(picture.file, async () => {
        const bytes = await take(browser, url, cookie, picture);
        return { note: `${Math.round(bytes / 1000)} kB` };
      });
    }
  } finally {
    await browser.close();
  }
});

/** Takes one picture and gives its size in bytes. */
async function take(browser: Browser, url: string, cookie: string, picture: Picture): Promise<number> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', reducedMotion: 'reduce' });
  try {
    const chosen = `jalon.theme=${picture.theme}; jalon.locale=${picture.locale}`;
    const cookies = `${cookie}; ${chosen}`.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${url}${picture.path}`);
    await page.getByRole('heading').first().waitFor();
    await picture.prepare?.(page);
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => window.scrollTo(0, 0));
    const path = join(ROOT, 'docs/pictures', picture.file);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return statSync(path).size;
  } finally {
    await context.close();
  }
}
