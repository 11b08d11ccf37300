import type { Browser, Page } from '@playwright/test';
import type { ApiClient } from '../../../../scripts/sample/api-client';
import { expect, expectAccessible, signedInAs, test } from '../../support';

async function tableOf(browser: Browser, tag: string, more = ''): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const page = await context.newPage();
  await page.goto(`/use-cases?view=table&tag=${tag}&sort=title&order=asc&hide=range${more}`);
  return page;
}

/** Three of the owner, in the order of their titles. */
async function three(api: ApiClient, tag: string) {
  const made = [];
  for (const title of ['Almonds counted', 'Berries weighed', 'Cherries sorted']) {
    made.push(
      await api.useCase.create.mutate({
        title,
        businessUnit: 'Orchards',
        benefitType: 'COST_REDUCTION' as const,
        tags: [tag],
      }),
    );
  }
  return made;
}

test('many use cases are chosen and changed at once, and taken back', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  // What somebody else was quicker with is refused.
  expectConsoleError(/status of 409/);
  const tag = `bulk-${info.retry}`;
  const api = await apiAs('owner');
  const made = await three(api, tag);
  const page = await tableOf(browser, tag);
  const grid = page.getByRole('grid', { name: 'Use cases' });
  const bar = page.getByRole('group', { name: 'Chosen use cases' });
  const dialog = page.getByRole('dialog');
  const choose = (index: number) =>
    page.getByRole('checkbox', { name: `Choose UC-${made[index]?.number}`, exact: true });

  await test.step('a click and a shift-click choose a range, the head all of them', async () => {
    await choose(0).click();
    await choose(2).click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('3 use cases chosen');
    await expect(choose(1)).toBeChecked();
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await expect(bar).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Choose all 3' }).check();
    await expect(grid.getByRole('row', { selected: true })).toHaveCount(3);
    await bar.getByRole('button', { name: 'Choose none' }).click();
  });

  await test.step('Space and Shift with an arrow do the same', async () => {
    await expect(grid).toBeFocused();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Space');
    await expect(choose(0)).toBeChecked();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('3 use cases chosen');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(bar).toContainText('2 use cases chosen');
    await expect(choose(2)).not.toBeChecked();
  });

  await test.step('they are given a business unit, and their old ones back', async () => {
    await bar.getByRole('button', { name: 'Business unit…' }).click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog.getByLabel('Business unit')).toHaveAccessibleDescription(/Fill this in/);
    await dialog.getByLabel('Business unit').fill('Cold stores');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(grid.getByRole('row', { name: /Cold stores/ })).toHaveCount(2);
    await expect(page.getByText('2 use cases changed')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('2 use cases are as they were')).toBeVisible();
    await expect(grid.getByRole('row', { name: /Cold stores/ })).toHaveCount(0);
  });

  await test.step('one that somebody else changed refuses all, is named, and can be left out', async () => {
    await bar.getByRole('button', { name: 'Put on hold…' }).click();
    await dialog.getByLabel('Reason').fill('The season is over.');
    const { id, number } = made[0] ?? { id: '', number: 0 };
    const { version } = await api.useCase.get.query({ number });
    await (await apiAs('admin')).useCase.updateMany.mutate({
      edits: [{ id, version, patch: { sponsor: 'The board' } }],
    });
    await dialog.getByRole('button', { name: 'Apply' }).click();
    const refused = dialog.getByRole('list', { name: 'Those that were refused' }).getByRole('listitem');
    await expect(refused).toHaveCount(1);
    await expect(refused).toContainText(`UC-${number}`);
    await expect(refused).toContainText('changed it meanwhile');
    expect((await api.useCase.get.query({ number: made[1]?.number ?? 0 })).status).toBe('ACTIVE');
    await dialog.getByRole('button', { name: 'Leave it out' }).click();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('1 use case changed')).toBeVisible();
    await expect(grid.getByRole('row', { name: /Berries/ })).toContainText('On hold');
    await expect(grid.getByRole('row', { name: /Almonds/ })).not.toContainText('On hold');
  });
  await page.context().close();
});

test('a cell is edited in place, and nothing that was typed is lost', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  // What somebody else was quicker with is refused.
  expectConsoleError(/status of 409/);
  const tag = `cell-${info.retry}`;
  const api = await apiAs('owner');
  const [first] = await three(api, tag);
  const number = first?.number ?? 0;
  const page = await tableOf(browser, tag);
  const row = page.getByRole('row', { name: /Almonds/ });
  const sponsor = page.getByRole('textbox', { name: `Sponsor of UC-${number}` });
  const cell = row.getByRole('gridcell').nth(6);

  await test.step('a double click opens it, Escape leaves it as it was', async () => {
    await cell.dblclick();
    await expect(sponsor).toBeFocused();
    await sponsor.fill('Nobody');
    await page.keyboard.press('Escape');
    await expect(sponsor).toHaveCount(0);
    await expect(row).not.toContainText('Nobody');
  });

  await test.step('Enter opens it as well, and saves', async () => {
    await expect(page.getByRole('grid')).toBeFocused();
    await page.keyboard.press('Enter');
    await sponsor.fill('The head of orchards');
    await page.keyboard.press('Enter');
    await expect(row).toContainText('The head of orchards');
    await expect(page.getByRole('grid')).toBeFocused();
  });

  await test.step('when somebody was quicker it says so, and keeps what was typed', async () => {
    await page.keyboard.press('Enter');
    await sponsor.fill('Mine');
    const { id, version } = await api.useCase.get.query({ number });
    await (await apiAs('admin')).useCase.updateMany.mutate({
      edits: [{ id, version, patch: { sponsor: 'Theirs' } }],
    });
    await page.keyboard.press('Enter');
    await expect(sponsor).toHaveAccessibleDescription(/changed this use case meanwhile.*Theirs/);
    await expect(sponsor).toHaveValue('Mine');
    await page.keyboard.press('Enter');
    await expect(row).toContainText('Mine');
  });

  await test.step('a rating is chosen from its list', async () => {
    await row.getByRole('gridcell', { name: '3', exact: true }).first().dblclick();
    const rating = page.getByRole('combobox', { name: `Feasib. of UC-${number}` });
    await rating.selectOption('5');
    await rating.press('Enter');
    await expect(rating).toHaveCount(0);
    expect((await api.useCase.get.query({ number })).feasibility).toBe(5);
  });
  await expectAccessible(page);
  await page.context().close();
});

test('who may change nothing chooses nothing', async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedInAs('engineer') });
  const page = await context.newPage();
  await page.goto('/use-cases?view=table');
  await expect(page.getByRole('grid', { name: 'Use cases' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await context.close();
});
