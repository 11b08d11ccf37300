import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { cookiesOf } from '../platform/cookies';
import { type Weight, weighScript } from './weigh-script';

/** Scripts of one page in a browser that has never seen the site. */
export interface PageScripts {
  status: number;
  /** Scripts that were answered before the load event. */
  files: number;
  first: Weight;
  /** What came after the load event: lazy parts, and the pages that links lead to. */
  later: Weight;
}

/** Opens `url` in a new context, with the session of `cookie` if there is one, and weighs its scripts. */
export async function measurePage(
  browser: Browser,
  url: string,
  cookie: string | null,
): Promise<PageScripts> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    if (cookie) await context.addCookies(cookiesOf(cookie, url));
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok()) scripts.add(response.url());
    });
    const answer = await page.goto(url, { waitUntil: 'load' });
    const first = [...scripts];
    // The page's own event stream never ends, so the network is never idle; two seconds without a script are enough.
    await untilQuiet(() => scripts.size);
    return {
      status: answer?.status() ?? 0,
      files: first.length,
      first: await weighAll(first),
      later: await weighAll([...scripts].slice(first.length)),
    };
  } finally {
    await context.close();
  }
}

async function weighAll(urls: string[]): Promise<Weight> {
  const weights = await Promise.all(urls.map(weighScript));
  const sum = (part: keyof Weight): number => weights.reduce((total, weight) => total + weight[part], 0);
  return { sent: sum('sent'), gzip: sum('gzip'), raw: sum('raw') };
}

async function untilQuiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await sleep(2_000);
  }
}
