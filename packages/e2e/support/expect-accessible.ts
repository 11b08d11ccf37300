import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { layoutShiftOf } from './layout-shift';
import { untranslated } from './messages';
import { platformInfo } from './platform-info';

const THEMES = ['light', 'dark'] as const;
const LOCALES = ['en', 'fr'] as const;
const MAX_SHIFT = 0.1;

/**
 * Loads the page as it is in both themes and both languages and asserts, each time: no axe finding, no layout
 * shift over 0.1 while it loads, no untranslated text, the right `lang`. What was typed into the page is lost;
 * at the end it is in English and light. `ready` waits for what the page is about, when its heading is not it.
 */
export async function expectAccessible(page: Page, ready?: (page: Page) => Promise<unknown>): Promise<void> {
  for (const locale of LOCALES) {
    for (const theme of THEMES) await expectOne(page, theme, locale, ready);
  }
  await choose(page, 'light', 'en');
  await page.reload();
  await settled(page, ready);
}

async function expectOne(
  page: Page,
  theme: string,
  locale: 'en' | 'fr',
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => `${node.html} ${node.failureSummary}`),
  }));
  expect(findings, `axe on ${where}`).toEqual([]);
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
