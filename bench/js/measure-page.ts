import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';

/** Scripts of one page in a browser that has never seen the site. Bytes. */
export interface PageScripts {
  status: number;
  /** Scripts whose answers came before the load event. */
  files: number;
  /** As sent. */
  sent: number;
  /** Compressed with gzip at its default level, whatever the server sent. */
  gzip: number;
  raw: number;
  /** Gzip of what came after the load event, on its own: lazy parts and the pages that links lead to. */
  laterGzip: number;
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
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok()) scripts.push(response);
    });
    const answer = await page.goto(url, { waitUntil: 'load' });
    const first = [...scripts];
    // The page's own event stream never ends, so the network is never idle; a second without a script is enough.
    await untilQuiet(() => scripts.length);
    const sizes = await Promise.all(first.map(weigh));
    const later = await Promise.all(scripts.slice(first.length).map(weigh));
    return {
      status: answer?.status() ?? 0,
      files: first.length,
      sent: sum(sizes.map((size) => size.sent)),
      gzip: sum(sizes.map((size) => size.gzip)),
      raw: sum(sizes.map((size) => size.raw)),
      laterGzip: sum(later.map((size) => size.gzip)),
    };
  } finally {
    await context.close();
  }
}

async function weigh(response: Response): Promise<{ sent: number; gzip: number; raw: number }> {
  const body = await response.body();
  const { responseBodySize } = await response.request().sizes();
  return { sent: responseBodySize, gzip: gzipSync(body).length, raw: body.length };
}

async function untilQuiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
