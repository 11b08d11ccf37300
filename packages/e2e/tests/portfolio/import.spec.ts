import { expect, expectAccessible, signedInAs, test } from '../../support';

const HEAD = 'Intitulé,Entité,Bénéfice,Low,Likely,High';

test('a spreadsheet becomes use cases: looked at, corrected, all or nothing', async ({ browser }, info) => {
  const unit = `Imported unit ${info.retry + 1}`;
  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const page = await context.newPage();
  const choose = (name: string, content: string) =>
    page
      .getByLabel('File to import')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

  await test.step('the page is there, before anything is chosen', async () => {
    await page.goto('/use-cases');
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/use-cases/import');
    await expectAccessible(page);
  });

  await test.step('a file that cannot be read is refused with its reason', async () => {
    await choose('formula.csv', 'Title,Unit,Benefit\n=A1,b,c\n');
    await expect(page.getByRole('alert').filter({ hasText: 'holds a formula' })).toContainText('Cell A2');
  });

  await test.step('wrong cells are named, and nothing can be imported', async () => {
    const rows = [`Moulds dried in time,${unit},cost reduction,5,2,9`, `Rust foreseen,${unit},luck,1,2,3`];
    await choose('list.csv', [HEAD, ...rows].join('\n'));
    await expect(page.getByText('2 cells are wrong')).toBeVisible();
    const table = page.getByRole('table', { name: 'Cells to correct' });
    await expect(table.getByRole('row', { name: /^D2 / })).toContainText('above the likely');
    await expect(table.getByRole('row', { name: /^C3 / })).toContainText('Neither revenue growth');
    await expect(page.getByRole('button', { name: /^Import / })).toHaveCount(0);
  });

  await test.step('a column that was not recognised is chosen', async () => {
    const rows = [
      `Moulds dried in time,${unit},cost reduction,1,2,9`,
      `Rust foreseen,${unit},cost reduction,,,`,
    ];
    await choose('list.csv', [HEAD.replace('Entité', 'Team'), ...rows].join('\n'));
    await expect(page.getByText('Choose the columns that hold these')).toBeVisible();
    await page.getByLabel(/^Business unit/).selectOption({ label: 'Team' });
    await expect(page.getByText('2 use cases are ready to be created')).toBeVisible();
    await expect(page.getByRole('table', { name: 'What would be created' })).toContainText('Rust foreseen');
  });

  await test.step('imported, they stand in the list', async () => {
    await page.getByRole('button', { name: 'Import 2 use cases' }).click();
    await page.waitForURL('**/use-cases?view=table&sort=number');
    await expect(page.getByRole('row', { name: new RegExp(unit) })).toHaveCount(2);
  });
  await context.close();
});
