import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

async function pageOf(browser: Browser, person: 'owner' | 'commerce' = 'owner'): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs(person) });
  return context.newPage();
}

const estimate = (likely: number, startDate: string) => ({
  low: String(likely / 2),
  likely: String(likely),
  high: String(likely * 2),
  rampUpMonths: 6,
  startDate,
  horizonYears: 3,
});

test('one list, four views on the same filters, all in the address', async ({ browser, apiAs }, info) => {
  const tag = `views-${info.retry}`;
  const api = await apiAs('owner');
  const make = (title: string, feasibility: number, likely: number, startDate: string) =>
    api.useCase.create.mutate({
      title,
      businessUnit: 'Orchards',
      benefitType: 'REVENUE_GROWTH',
      feasibility,
      tags: [tag],
      estimate: estimate(likely, startDate),
    });
  const pears = await make('Pears picked on the right day', 5, 2_000_000, '2027-03-01');
  await make('Apples sorted by camera', 2, 200_000, '2026-10-01');
  await make('Cider that sells itself', 3, 40_000, '2028-01-01');
  const page = await pageOf(browser);

  await test.step('the table sorts, and the keyboard moves in it and opens', async () => {
    await page.goto(`/use-cases?view=table&tag=${tag}&sort=expected`);
    const grid = page.getByRole('grid', { name: 'Use cases' });
    await expect(grid).toHaveAttribute('aria-rowcount', '4');
    await expect(grid.getByRole('row').nth(1)).toContainText('Pears');
    await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
    await expect(grid.getByRole('row').nth(1)).toContainText('Apples');
    await grid.focus();
    await page.keyboard.press('Control+End');
    await expect(grid).toHaveAttribute('aria-activedescendant', /^use-case-2-/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/use-cases/${pears.number}`);
    await page.goBack();
  });

  await test.step('the head stays in sight above rows that are scrolled', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 1366, height: 480 });
    await page.goto('/use-cases?view=table&status=all');
    const grid = page.getByRole('grid', { name: 'Use cases' });
    const first = grid.getByRole('row').nth(1);
    const before = await first.textContent();
    await grid.evaluate((frame) => frame.scrollTo({ top: 180 }));
    await expect(
      grid
        .getByRole('row')
        .filter({ hasText: before ?? '' })
        .first(),
    ).not.toBeInViewport();
    await expect(page.getByRole('columnheader', { name: 'Title' })).toBeInViewport();
    if (size) await page.setViewportSize(size);
    await page.goto(`/use-cases?view=table&tag=${tag}&sort=title`);
  });

  await test.step('columns are chosen, and the choice is in the address', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitem', { name: 'Hide Owner' }).click();
    await expect(page.getByRole('columnheader', { name: 'Owner' })).toHaveCount(0);
    await expect(page).toHaveURL(/hide=owner/);
  });

  await test.step('a range narrows; its chips say so and take it away', async () => {
    await page.getByRole('button', { name: 'Ranges' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Value from').fill('lots');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog.getByLabel('Value from')).toHaveAccessibleDescription(/Write an amount/);
    await dialog.getByLabel('Value from').fill('100k');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
    await page.getByRole('button', { name: /^Remove Value from/ }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
  });

  await test.step('the matrix counts, and a cell opens what stands in it', async () => {
    await page.getByRole('button', { name: 'Matrix' }).click();
    const matrix = page.getByRole('table', { name: 'Value against feasibility' });
    await expect(matrix.getByRole('link', { name: 'Pears picked on the right day' })).toBeVisible();
    await matrix
      .getByRole('row', { name: /Under/ })
      .getByRole('button', { name: 'Show 1 use case in the table' })
      .click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await expect(page.getByRole('row', { name: /Cider/ })).toBeVisible();
  });

  await test.step('the timeline is in the order of the plans', async () => {
    await page.goto(`/use-cases?view=timeline&tag=${tag}`);
    const rows = page.getByRole('list', { name: 'Planned start of the benefit' }).getByRole('listitem');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText('Apples');
    await expect(rows.nth(2)).toContainText('Cider');
  });

  await test.step('the board has them in their stage, dearest first', async () => {
    await page.getByRole('button', { name: 'Board' }).click();
    const idea = page.getByRole('region', { name: 'Idea' });
    await expect(idea.getByText('3 use cases')).toBeVisible();
    await expect(idea.getByRole('listitem').first()).toContainText('Pears');
  });

  await test.step('what the filters leave is taken along as a file', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const path = await (await download).path();
    const lines = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).join()).toContain('Pears picked on the right day');
  });
  await page.context().close();
});

test('a view is kept by name, opens the list, and is shared', async ({ browser, apiAs }, info) => {
  const tag = `kept-${info.retry}`;
  const name = `Dearest first ${info.retry}`;
  const api = await apiAs('commerce');
  const made = { businessUnit: 'Orchards', benefitType: 'REVENUE_GROWTH' as const, tags: [tag] };
  await api.useCase.create.mutate({ ...made, title: 'Plums dried in time' });
  const page = await pageOf(browser, 'commerce');

  await test.step('what is on is saved, and the address names it', async () => {
    await page.goto(`/use-cases?view=table&tag=${tag}&sort=title&order=asc&hide=owner`);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/Fill this in/);
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/saved=[0-9a-f-]{36}/);
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('changed, it says so, and is saved over', async () => {
    await page.getByRole('columnheader', { name: 'Expected' }).getByRole('button').click();
    await page.getByRole('button', { name: `${name} changed` }).click();
    await page.getByRole('menuitem', { name: `Save what is on as “${name}”` }).click();
    await expect(page.getByText(`“${name}” now shows what is on`)).toBeVisible();
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  });

  await test.step('the list opens with it, until it shall not', async () => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open the list with this view' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Do not open the list with it' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto('/use-cases');
    await expect(page).toHaveURL(new RegExp(`view=table&tag=${tag}&hide=owner&saved=`));
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.reload();
    await expect(page).toHaveURL(/saved=none/);
  });

  await test.step('others see it once it is shared, and not when it is gone', async () => {
    await page.goto('/use-cases');
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Rename or share…' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Share with everybody/)
      .check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const context = await browser.newContext({ storageState: signedInAs('engineer') });
    const other = await context.newPage();
    await other.goto('/use-cases?view=table');
    await other.getByRole('button', { name: 'Views' }).click();
    await other.getByRole('menuitemradio', { name }).click();
    await expect(other.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete view' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete view' }).click();
    await expect(page.getByText(`“${name}” is deleted`)).toBeVisible();
    await other.reload();
    await expect(other.getByRole('button', { name: 'Views' })).toBeVisible();
    await expect(other.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
    await context.close();
  });
  await page.context().close();
});

test.describe('the other views are accessible, in both themes and both languages', () => {
  for (const path of ['/use-cases?view=matrix', '/use-cases?view=timeline&status=all']) {
    test(path, async ({ browser }) => {
      const page = await pageOf(browser);
      await page.goto(path);
      await expectAccessible(page);
      await page.context().close();
    });
  }
});
