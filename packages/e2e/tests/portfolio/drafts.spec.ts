import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

async function pageOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs('operations') });
  return context.newPage();
}

test('a use case begun in one browser is gone on with in another; nothing typed is lost', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  // The other window was quicker, and the line is cut on purpose.
  expectConsoleError(/status of 409|ERR_INTERNET_DISCONNECTED/);
  const api = await apiAs('operations');
  for (const { id } of await api.draft.list.query()) await api.draft.discard.mutate({ id });
  const title = `Pumps heard before they fail, ${info.retry}`;
  const [first, second] = [await pageOf(browser), await pageOf(browser)];

  await test.step('saved at a pause, and it says when', async () => {
    await first.goto('/use-cases/new');
    await first.getByLabel('Title').fill(title);
    await first.getByLabel('Low', { exact: true }).fill('not a figure yet');
    await expect(first.getByText(/^Draft saved \d+ ?s(ec\.)? ago$/)).toBeVisible();
    await expect(first).toHaveURL(/draft=[\w-]{36}$/);
  });

  await test.step('another browser finds it as it was typed', async () => {
    await second.goto('/use-cases/new');
    await expect(second.getByLabel('Title')).toHaveValue(title);
    await expect(second.getByLabel('Low', { exact: true })).toHaveValue('not a figure yet');
    await second.getByLabel('Sponsor').fill('Head of operations');
    await expect(second.getByText(/^Draft saved [0-3] ?s/)).toBeVisible();
    const [draft] = await api.draft.list.query();
    await expect
      .poll(async () => (await api.draft.get.query({ id: draft?.id ?? '' })).values)
      .toMatchObject({ sponsor: 'Head of operations' });
  });

  await test.step('the first is told, chooses, and goes on', async () => {
    await first.getByLabel('Sponsor').fill('Head of maintenance');
    await expect(first.getByText('This draft was changed in another window')).toBeVisible();
    await first.getByRole('button', { name: 'Take the other one' }).click();
    await expect(first.getByLabel('Sponsor')).toHaveValue('Head of operations');
    await first.getByLabel('Sponsor').fill('Head of pumps');
    await expect(first.getByText(/^Draft saved/)).toBeVisible();
    await second.getByLabel('Sponsor').fill('Head of the second window');
    await second.getByRole('button', { name: 'Keep this one' }).click();
    const [draft] = await api.draft.list.query();
    await expect
      .poll(async () => (await api.draft.get.query({ id: draft?.id ?? '' })).values)
      .toMatchObject({ sponsor: 'Head of the second window' });
  });

  await test.step('without a line it stays in the browser, and is sent when the line is back', async () => {
    await second.context().setOffline(true);
    await second.getByLabel('Sponsor').fill('Head of the cut line');
    await expect(second.getByText(/^The server does not answer: the draft is kept/)).toBeVisible();
    await second.context().setOffline(false);
    const [draft] = await api.draft.list.query();
    await expect
      .poll(async () => (await api.draft.get.query({ id: draft?.id ?? '' })).values)
      .toMatchObject({ sponsor: 'Head of the cut line' });
  });

  await test.step('of several there is a list; one is thrown away, the other becomes a use case', async () => {
    await first.goto('/use-cases/new?draft=new');
    await expect(first.getByLabel('Title')).toHaveValue('');
    const list = first.getByRole('region', { name: 'Your unfinished use cases' });
    await expect(list.getByRole('link', { name: title })).toBeVisible();
    await first.getByLabel('Title').fill('A second thought');
    await expect(first.getByText(/^Draft saved/)).toBeVisible();
    await first.goto('/use-cases/new');
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expectAccessible(first);
    await list.getByRole('button', { name: 'Discard “A second thought”' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await list.getByRole('link', { name: title }).click();
    await expect(first.getByLabel('Sponsor')).toHaveValue('Head of the cut line');
    for (const name of ['Low', 'Likely', 'High']) await first.getByLabel(name, { exact: true }).fill('1M');
    await first.getByLabel('Business unit').fill('Operations');
    await first.getByRole('button', { name: 'Save use case' }).click();
    await first.waitForURL(/\/use-cases\/\d+$/);
    await expect(first.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    expect(await api.draft.list.query()).toEqual([]);
    await first.goto('/use-cases/new');
    await expect(first.getByLabel('Title')).toHaveValue('');
  });
  await first.context().close();
  await second.context().close();
});
