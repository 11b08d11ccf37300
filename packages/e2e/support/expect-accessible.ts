import { appendFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { layoutShiftOf } from './layout-shift';
import { untranslated } from './messages';
import { platformInfo } from './platform-info';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Each language is loaded in one theme; the other theme is put on in place, where colours are all that changes. */
const LOADS = [
  { locale: 'fr', theme: 'dark', other: 'light' },
  { locale: 'en', theme: 'light', other: 'dark' },
] as const;
const MAX_SHIFT = 0.1;

type Load = (typeof LOADS)[number];

/**
 * Loads the page as it is in both languages and asserts, each time: no axe finding in both themes, no layout
 * shift over 0.1 while it loads, no untranslated text, the right `lang`. What was typed into the page is lost;
 * at the end it is in English and light. `ready` waits for what the page is about, when its heading is not it.
 */
export async function expectAccessible(page: Page, ready?: (page: Page) => Promise<unknown>): Promise<void> {
  for (const load of LOADS) await expectOne(page, load, ready);
  noteJudged(page);
}

async function expectOne(
  page: Page,
  { locale, theme, other }: Load,
  ready?: (page: Page) => Promise<unknown>,
): Promise<void> {
  await choose(page, theme, locale);
  await page.reload();
  await settled(page, ready);
  const where = `${new URL(page.url()).pathname} (${theme}, ${locale})`;
  const root = page.locator('html');
  await expect(root, where).toHaveAttribute('data-theme', theme);
  await expect(root, where).toHaveAttribute('lang', locale);
  expect(await layoutShiftOf(page), `layout shift of ${where}`).toBeLessThanOrEqual(MAX_SHIFT);
  expect(untranslated(await textsOf(page), locale), `untranslated on ${where}`).toEqual([]);
  expect(await findings(page), `axe on ${where}`).toEqual([]);
  await wear(page, other);
  expect(await findings(page, ['color-contrast']), `axe on ${where}, then ${other}`).toEqual([]);
  await wear(page, theme);
}

/** What axe finds, by all of its rules or by these. It is put into the page once for each load. */
async function findings(page: Page, rules?: string[]): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};undefined`);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...runOnly });
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map((node) => `${node.html} ${node.failureSummary}`),
      }));
    },
    rules ? { runOnly: { type: 'rule' as const, values: rules } } : {},
  );
}

/** Puts a theme on without loading anything, and waits until no colour is on its way to another. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    const fades = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(fades.map(({ finished }) => finished.catch(() => undefined)));
  }, theme);
}

/** For scripts/test/pages-seen.mjs: which page was judged. */
function noteJudged(page: Page): void {
  const file = process.env.JALON_PAGES_SEEN;
  if (file) appendFileSync(file, `${new URL(page.url()).pathname}\n`);
}

async function choose(page: Page, theme: string, locale: string): Promise<void> {
  const { url } = platformInfo();
  await page.context().addCookies([
    { name: 'jalon.theme', value: theme, url },
    { name: 'jalon.locale', value: locale, url },
  ]);
}

/** The page is there: its heading is visible, nothing says that it is still loading, and the fonts are in. */
async function settled(page: Page, ready?: (page: Page) => Promise<unknown>): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await ready?.(page);
}

/** Every text node and every label that is shown or read out, data and code left out. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('script, style, pre, code, .cm-editor, [data-verbatim]')) continue;
      const text = walker.currentNode.textContent?.trim();
      if (text) texts.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder'])
        texts.push(element.getAttribute(name)?.trim() ?? '');
    }
    return texts.filter(Boolean);
  });
}
