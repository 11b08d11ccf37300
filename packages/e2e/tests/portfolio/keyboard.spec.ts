import type { Page } from '@playwright/test';
import { expect, expectFocusInSight, signedInAs, tabTo, test, walkStops } from '../../support';

/** From the sign-in page to a saved use case: what a person is promised. */
const JOURNEY_MS = 120_000;

const press = (page: Page, ...keys: string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Goes on to a field with Tab and types into it. One that offers what is known already is a combobox. */
async function type(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await tabTo(page, field.or(page.getByRole('combobox', { name, exact: true })));
  await page.keyboard.type(text);
}

test('an owner who has only a keyboard signs in and logs a whole use case', async ({
  page,
  platform,
}, info) => {
  const began = Date.now();
  const title = `Lifts that call before they stop, ${info.retry + 1}`;

  await test.step('in, by the sign-in page', async () => {
    await page.goto('/sign-in');
    await expect(page.getByLabel('E-mail')).toBeFocused();
    await page.keyboard.type(platform.people.commerce.email);
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(platform.people.commerce.password);
    await press(page, 'Enter');
    await page.waitForURL('**/portfolio');
  });

  await test.step('to the form, by the palette', async () => {
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
    await expect(async () => {
      await press(page, 'Control+k');
      await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.type('new use');
    await expect(page.getByRole('option', { name: 'New use case' })).toHaveAttribute('aria-selected', 'true');
    await press(page, 'Enter');
    await page.waitForURL('**/use-cases/new');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#content')).toBeFocused();
  });

  await test.step('need, range, KPI and people, field by field', async () => {
    await type(page, 'Title', title);
    await type(page, 'Need', 'A lift that stops costs a day of calls and a technician who drives twice.');
    await type(page, 'Expected result', 'The technician comes before it stops, with the part.');
    await tabTo(page, page.getByRole('combobox', { name: 'Benefit', exact: true }));
    await page.keyboard.type('Cost');
    await tabTo(page, page.getByRole('group', { name: /Feasibility/ }).getByRole('radio', { checked: true }));
    await press(page, 'ArrowRight');
    await expect(
      page.getByRole('group', { name: /Feasibility/ }).getByRole('radio', { name: '4' }),
    ).toBeChecked();
    await type(page, 'Low', '300k');
    await type(page, 'Likely', '600k');
    await type(page, 'High', '1.1M');
    await type(page, 'KPI', 'Stops that nobody saw coming');
    await type(page, 'Unit', 'a month');
    await type(page, 'Baseline', '40');
    await type(page, 'Target', '25');
    await type(page, 'Business unit', 'Maintenance');
    await type(page, 'Sponsor', 'Head of maintenance');
    await type(page, 'Tags', 'lifts, maintenance');
  });

  await test.step('saved, it opens with all of it', async () => {
    await press(page, 'Control+Enter');
    await page.waitForURL(/\/use-cases\/\d+$/);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    expect(Date.now() - began).toBeLessThan(JOURNEY_MS);
    await expect(page.locator('#content')).toBeFocused();
    await expect(page.getByText('5 of 5 met')).toBeVisible();
    await expect(page.getByText('Head of maintenance').first()).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: 'KPIs', exact: true }));
    await press(page, 'Enter');
    await expect(page.getByText('Stops that nobody saw coming').first()).toBeVisible();
    await expectFocusInSight(page);
  });
});

test('the focus goes into what opens and comes back from it', async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const page = await context.newPage();
  await page.goto('/use-cases/1');

  await test.step('the skip link comes first and leads past the frame', async () => {
    await press(page, 'Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expectFocusInSight(page);
    await press(page, 'Enter');
    await expect(page.locator('#content')).toBeFocused();
  });

  await test.step('a dialog keeps it, and gives it back', async () => {
    const edit = page.getByRole('button', { name: 'Edit', exact: true });
    await tabTo(page, edit);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Title')).toBeFocused();
    await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
    await press(page, 'Escape');
    await expect(dialog).toHaveCount(0);
    await expect(edit).toBeFocused();
  });

  await test.step('so do the palette, a menu and the bell', async () => {
    await press(page, 'Meta+k');
    await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
    await press(page, 'Escape');
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
    for (const name of [/^Notifications/, /^Language and theme/]) {
      const button = page.getByRole('button', { name });
      await page.getByRole('link', { name: 'Skip to the content' }).focus();
      await tabTo(page, button);
      await press(page, 'Enter');
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      await expect(page.getByRole('menu').or(page.getByRole('region', { name }))).toBeVisible();
      await press(page, 'Escape');
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await expect(button).toBeFocused();
    }
  });
  await context.close();
});

const PAGES = [
  '/portfolio',
  '/use-cases',
  '/use-cases?view=table',
  '/use-cases/new',
  '/use-cases/1',
  '/use-cases/7?tab=gate',
  '/use-cases/9?tab=history',
];

test('on every page of the portfolio each stop of the keyboard is in sight and marked', async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const page = await context.newPage();
  for (const path of PAGES) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await walkStops(page), path).toBeGreaterThan(10);
    });
  }
  await context.close();
});
