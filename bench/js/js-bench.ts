import { randomUUID } from 'node:crypto';
import { chromium } from '@playwright/test';
import { CHROMIUM } from '../../packages/e2e/support/chromium';
import { Refusal } from '../../scripts/lib/fail.mjs';
import { round } from '../lib/median';
import type { Bench, BenchContext, Report } from '../lib/report';
import { type MeasuredPlatform, withOwnPlatform } from '../platform/own-platform';
import { allPages, type Page, pathOf } from '../platform/pages';
import { runningPlatform } from '../platform/running-platform';
import { measurePage, type PageScripts } from './measure-page';

const MOST_KB = 250;
const SET_UP = '/set-up/[token]';

export const jsBench: Bench = { name: 'js', title: 'First-load JavaScript of each page', run: runJsBench };

type Found = Page & PageScripts;
type Measure = (page: Page, url: string, cookie: string | null) => Promise<void>;

/** Every page in real Chromium with an empty cache, on the sample data, as the administrator. */
async function runJsBench({ dockerHost, running, signal, onLine }: BenchContext): Promise<Report> {
  if (!dockerHost) throw new Refusal('This benchmark starts the platform, which needs a Docker engine.');
  const browser = await chromium.launch(CHROMIUM);
  const found: Found[] = [];
  const measure: Measure = async (page, url, cookie) => {
    signal.throwIfAborted();
    onLine(page.route);
    found.push({ ...page, ...(await measurePage(browser, url, cookie)) });
  };
  const pages = allPages();
  const setUp = pages.find(({ route }) => route === SET_UP);
  const onPlatform = (platform: MeasuredPlatform) =>
    measurePages(
      platform,
      pages.filter((page) => page !== setUp),
      measure,
    );
  try {
    const skipped = running
      ? [...(await onPlatform(await runningPlatform())), SET_UP]
      : await withOwnPlatform(dockerHost, onPlatform, async (setupUrl) => {
          if (setUp) await measure(setUp, setupUrl, null);
        });
    return reportOf(found, skipped);
  } finally {
    await browser.close();
  }
}

/** Gives the routes that there was no example of. */
async function measurePages(
  { url, visitor }: MeasuredPlatform,
  pages: Page[],
  measure: Measure,
): Promise<string[]> {
  const examples = { ...visitor.examples, 'invite/[token]': await inviteToken(visitor.api) };
  const skipped: string[] = [];
  for (const page of pages) {
    const path = pathOf(page, examples);
    if (path === null) skipped.push(page.route);
    else await measure(page, `${url}${path}`, page.signedIn ? visitor.cookie : null);
  }
  return skipped;
}

async function inviteToken(api: MeasuredPlatform['visitor']['api']): Promise<string> {
  const email = `bench-${randomUUID().slice(0, 8)}@jalon.example`;
  const { link } = await api.people.invite.mutate({ email, role: 'BUSINESS' });
  return link.slice(link.lastIndexOf('/') + 1);
}

function reportOf(found: Found[], skipped: string[]): Report {
  const kB = (bytes: number): number => round(bytes / 1000, 1);
  const rows = found
    .sort((a, b) => b.first.gzip - a.first.gzip)
    .map((page) => ({
      page: page.route,
      status: page.status,
      scripts: page.files,
      'sent kB': kB(page.first.sent),
      'gzip kB': kB(page.first.gzip),
      'raw kB': kB(page.first.raw),
      'later gzip kB': kB(page.later.gzip),
      verdict: page.first.gzip > MOST_KB * 1000 ? '✗ too much' : '✓',
    }));
  const largest = found[0];
  const bar = largest && {
    what: `largest page, ${largest.route}`,
    measured: kB(largest.first.gzip),
    unit: 'kB gzip',
    must: 'at most' as const,
    bar: MOST_KB,
  };
  const unmeasured = skipped.map((route) => `${route} was not measured: there was no example of it`);
  return { rows, bars: bar ? [bar] : [], notes: unmeasured };
}
