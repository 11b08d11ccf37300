import { loadavg } from 'node:os';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM } from '../../packages/e2e/support/chromium';
import { signIn } from '../../scripts/sample/api-client';
import { median, round } from '../lib/median';
import { quantile } from '../lib/quantile';
import type { Bar, Bench, BenchContext, Report } from '../lib/report';
import { cookiesOf } from '../platform/cookies';
import { type WebPlatform, withWebPlatform } from '../platform/web-platform';
import { seedPortfolio } from '../portfolio/seed';
import { type Frames, scrollFrames } from './scroll-frames';

const SECONDS = 8;
const ROUNDS = 3;
const LEAST = 50;

interface View {
  name: string;
  path: string;
  /** What scrolls, and what lies in it. */
  frame: string;
  item: string;
}

const VIEWS: readonly View[] = [
  { name: 'table', path: '/use-cases?view=table', frame: '[role=grid]', item: '[role=row]' },
  {
    name: 'board',
    path: '/use-cases?view=board',
    frame: 'section[aria-labelledby=stage-idea] > div',
    item: 'li',
  },
];

export const scrollBench: Bench = {
  name: 'scroll',
  title: 'Scrolling 10,000 use cases',
  run: runScrollBench,
};

/** Frames a second in real Chromium while board and table are scrolled, with the pages of the list loaded on the way. */
async function runScrollBench(context: BenchContext): Promise<Report> {
  const browser = await chromium.launch(CHROMIUM);
  try {
    return await withWebPlatform(
      (databaseUrl, people) => seedPortfolio(databaseUrl, people, context.onLine, { samplesEach: 10 }),
      (platform) => measure(browser, platform, context),
    );
  } finally {
    await browser.close();
  }
}

interface Measured {
  view: View;
  still: Frames;
  scrolled: Frames[];
}

async function measure(
  browser: Browser,
  { url, people }: WebPlatform,
  { onLine, rounds, signal }: BenchContext,
): Promise<Report> {
  const cookie = await signIn(url, people.admin.email, people.admin.password);
  const measured: Measured[] = [];
  for (const view of VIEWS) {
    const found: Measured = { view, still: { intervals: [], empty: 0, pixels: 0 }, scrolled: [] };
    for (let round = 0; round < (rounds ?? ROUNDS); round += 1) {
      signal.throwIfAborted();
      onLine(`${view.name}, round ${round + 1}`);
      await onPage(browser, url, cookie, async (page) => {
        await page.goto(`${url}${view.path}`);
        await page.locator(`${view.frame} ${view.item} >> nth=5`).waitFor();
        found.still = await scrollFrames(page, view.frame, view.item, 2, false);
        found.scrolled.push(await scrollFrames(page, view.frame, view.item, SECONDS, true));
      });
    }
    measured.push(found);
  }
  return reportOf(measured);
}

async function onPage(
  browser: Browser,
  url: string,
  cookie: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    await context.addCookies(cookiesOf(cookie, url));
    // What the compiler of this file calls to keep the names of functions, also of those that run in the page.
    await context.addInitScript('globalThis.__name = (given) => given');
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Frames a second over all of a time: a long frame counts for all that it held up. */
function rate(intervals: readonly number[]): number {
  return (1000 * intervals.length) / intervals.reduce((sum, interval) => sum + interval, 0);
}

function reportOf(measured: readonly Measured[]): Report {
  const bars: Bar[] = measured.map(({ view, scrolled }) => ({
    what: `${view.name}, frames a second, median of the rounds`,
    measured: round(median(scrolled.map(({ intervals }) => rate(intervals))), 1),
    unit: 'frames/s',
    must: 'at least',
    bar: LEAST,
  }));
  return {
    rows: measured.map(({ view, still, scrolled }) => {
      const all = scrolled.flatMap(({ intervals }) => intervals);
      return {
        view: view.name,
        'frames/s': round(median(scrolled.map(({ intervals }) => rate(intervals))), 1),
        'not scrolled frames/s': round(rate(still.intervals), 1),
        'median frame ms': round(median(all), 1),
        'worst 1 % ms': round(quantile(all, 0.99), 1),
        'most ms': round(Math.max(...all), 1),
        'frames without a row': scrolled.reduce((sum, { empty }) => sum + empty, 0),
        frames: all.length,
        'pixels a round': Math.round(median(scrolled.map(({ pixels }) => pixels))),
      };
    }),
    bars,
    notes: [
      'Chromium without a screen draws in software, on the same cores as web and PostgreSQL, and at 60 frames a second at most',
      `load at the end: ${round(loadavg()[0] ?? 0, 1)}`,
    ],
    samples: Object.fromEntries(
      measured.map(({ view, scrolled }) => [
        `${view.name} frame ms`,
        scrolled.flatMap(({ intervals }) => intervals.map((interval) => round(interval, 1))),
      ]),
    ),
  };
}
