import { readFileSync } from 'node:fs';
import { expect, expectAccessible, signedInAs, test } from '../../support';

test('an admin reads the audit log, narrows it, verifies its chain and takes it along', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  // The page is not a business person's.
  expectConsoleError(/status of 404/);
  const title = `Audited, ${info.retry}`;
  const owner = await apiAs('owner');
  const { id } = await owner.useCase.create.mutate({
    title,
    businessUnit: 'Online sales',
    benefitType: 'COST_REDUCTION',
  });
  await owner.comment.add.mutate({ useCaseId: id, text: 'For the record.' });
  const page = await (await browser.newContext({ storageState: signedInAs('admin') })).newPage();

  await test.step('the newest come first, and older ones when asked', async () => {
    await page.goto('/portfolio');
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page.waitForURL('**/admin/audit');
    await expect(page.getByRole('row').nth(1)).toContainText('comment.added');
    await expect(page.getByRole('row')).toHaveCount(51);
    await page.getByRole('button', { name: 'Show older events' }).click();
    await expect(page.getByRole('row')).not.toHaveCount(51);
  });

  await test.step('by person, action and one subject, all in the address', async () => {
    await page.getByLabel('Person').selectOption({ label: 'Owner, Retail credit' });
    await page.getByLabel('Action').selectOption('use-case.created');
    await expect(page).toHaveURL(/action=use-case\.created/);
    const row = page.getByRole('row').nth(1);
    await expect(row).toContainText('use-case.created');
    await row.getByRole('button', { name: /^use-case/ }).click();
    await page.getByLabel('Action').selectOption('');
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.reload();
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.getByRole('row').nth(2).locator('summary').click();
    await expect(page.getByText(`"title": "${title}"`)).toBeVisible();
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    await expect(page.getByText('No event fits these filters.')).toBeVisible();
    await page.getByLabel('To', { exact: true }).fill('');
  });

  await test.step('what is seen is what is taken', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download CSV' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('comment.added');
  });

  await test.step('the chain is recomputed when it is asked for', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await expect(page.getByText(/^Intact up to #\d+$/)).toBeVisible();
  });

  await test.step('it is accessible, and nobody else’s', async () => {
    await expectAccessible(page);
    const other = await (await browser.newContext({ storageState: signedInAs('owner') })).newPage();
    await other.goto('/admin/audit');
    await expect(other.getByRole('heading', { name: 'Nothing here for you' })).toBeVisible();
    await expect(other.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
    await other.context().close();
  });
  await page.context().close();
});
