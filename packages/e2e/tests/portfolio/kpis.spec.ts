import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

async function pageOf(browser: Browser, person: Parameters<typeof signedInAs>[0]): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs(person) });
  return context.newPage();
}

const KPI = {
  name: 'Share of wrong invoices',
  unit: '%',
  direction: 'LOWER_IS_BETTER' as const,
  baseline: '12',
  target: '4',
  tolerance: '0.5',
  valuePerUnit: '50000',
};

test('values come by hand, from a spreadsheet and from a machine; a wrong one is corrected', async ({
  browser,
  apiAs,
  platform,
}) => {
  const api = await apiAs('owner');
  const { id: useCaseId, number } = await api.useCase.create.mutate({
    title: 'Wrong invoices found before they leave',
    problemStatement: 'One invoice in eight is wrong, and the customer finds out first.',
    expectedOutcome: 'A doubtful invoice is looked at before it is sent.',
    businessUnit: 'Billing',
    benefitType: 'COST_REDUCTION',
  });
  await api.kpi.create.mutate({ useCaseId, kpi: KPI });
  const page = await pageOf(browser, 'owner');
  const samples = async () => (await api.kpi.list.query({ useCaseId }))[0]?.samples ?? [];
  await page.goto(`/use-cases/${number}?tab=kpis`);

  await test.step('one is entered by hand', async () => {
    await page.getByLabel('Date', { exact: true }).fill('2026-01-31');
    await page.getByLabel('Value', { exact: true }).fill('11,5');
    await page.getByRole('button', { name: 'Enter value' }).click();
    await expect.poll(async () => (await samples()).map(({ value }) => value)).toEqual(['11.5']);
  });

  await test.step('a paste with a wrong row writes nothing, and says which cell', async () => {
    await page.getByRole('button', { name: 'Paste or import' }).click();
    const dialog = page.getByRole('dialog');
    const rows = ['28/02/2026\t10,8', '31/03/2026\tten', '30/04/2026\t9,1'];
    await dialog.getByLabel('Pasted values').fill(rows.join('\n'));
    await dialog.getByRole('button', { name: 'Check' }).click();
    await expect(dialog.getByText('1 cell is wrong: nothing can be written')).toBeVisible();
    const wrong = dialog.getByRole('table', { name: 'Cells to correct' });
    await expect(wrong.getByRole('row', { name: /B2/ })).toContainText('This is not a number');
    await expect(dialog.getByRole('button', { name: /^Enter / })).toHaveCount(0);
    expect(await samples()).toHaveLength(1);
    await dialog.getByLabel('Pasted values').fill(rows.join('\n').replace('ten', '9,9'));
    await dialog.getByRole('button', { name: 'Check' }).click();
    await dialog.getByRole('button', { name: 'Enter 3 values' }).click();
    await expect(dialog).toHaveCount(0);
    expect((await samples()).map(({ value }) => value)).toEqual(['11.5', '10.8', '9.9', '9.1']);
  });

  const token = await test.step('a token is made and shown once', async () => {
    await page.getByRole('button', { name: 'New token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Nightly export');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const field = dialog.getByLabel('Token', { exact: true });
    await expect(field).toHaveValue(/^jalon_kpi_[\w-]{43}$/);
    const value = await field.inputValue();
    await expect(dialog.getByRole('region', { name: 'Example with curl' })).toContainText(value);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('row', { name: /Nightly export/ })).toContainText('never');
    return value;
  });

  const push = (body: unknown, bearer = token) =>
    fetch(`${platform.url}/api/v1/kpis/share-of-wrong-invoices/samples`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  await test.step('a machine pushes with it, and the page learns of it by itself', async () => {
    const sample = { at: '2026-06-15T06:00:00Z', value: 4.25 };
    expect((await push(sample)).status).toBe(201);
    expect((await push(sample)).status).toBe(200);
    const refused = await push([sample, { at: '2026-06-16', value: 'few' }]);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('samples.1.value');
    await expect(page.getByText(/values are missing: one is expected every 30 days/)).toBeVisible();
    await page.getByText('Show the figures').first().click();
    await expect(page.getByRole('row', { name: /15 Jun 2026/ })).toContainText('the API');
  });

  await test.step('revoked, it no longer works', async () => {
    await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
    await expect(page.getByRole('row', { name: /Nightly export/ })).toContainText('Revoked');
    expect((await push({ at: '2026-06-17', value: 4 })).status).toBe(401);
  });

  await test.step('a value is corrected, with a reason that the history keeps', async () => {
    await page.getByRole('button', { name: 'Correct the value of 31 Jan 2026' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Value/).fill('11,9');
    await dialog.getByLabel(/^Reason/).fill('The invoices of the branch were missing.');
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('row', { name: /31 Jan 2026/ })).toContainText('corrected');
    await expectAccessible(page);
    await page.goto(`/use-cases/${number}?tab=history`);
    await expect(page.getByText('The invoices of the branch were missing.')).toBeVisible();
    await expect(page.getByText('3 values entered from a spreadsheet', { exact: false })).toBeVisible();
  });
  await page.context().close();
});

test('finance is told what is overdue, and confirms a month apart from what was computed', async ({
  browser,
  apiAs,
  platform,
}) => {
  const admin = await apiAs('admin');
  const approver = await apiAs('approver');
  const named = await admin.gatePolicy.approvers.query();
  if (!named.some(({ role, name }) => role === 'FINANCE' && name === platform.people.approver.name)) {
    await admin.gatePolicy.grant.mutate({ userId: platform.people.approver.userId, role: 'FINANCE' });
  }
  const { needs } = await approver.portfolio.summary.query({});
  const overdue = needs.find(({ kind }) => kind === 'VALUE_OVERDUE');
  if (!overdue?.months) throw new Error('The sample has months that nobody has verified');
  const { useCase } = overdue;
  const page = await pageOf(browser, 'approver');

  await test.step('it stands in “Needs you” and leads to the value', async () => {
    await page.goto('/portfolio');
    await expect(page.getByText('confirmed by finance', { exact: true })).toBeVisible();
    await page
      .getByRole('region', { name: 'Needs you' })
      .getByRole('link', { name: new RegExp(`UC-${useCase.number} .*was to be verified by`) })
      .click();
    await page.waitForURL(`**/use-cases/${useCase.number}?tab=value`);
    await expect(page.getByText(/^Overdue since/).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('another amount than the computed one needs a note', async () => {
    const months = page.getByRole('table', { name: 'Months: forecast, computed, confirmed' });
    await months
      .getByRole('button', { name: /^Verify / })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Confirmed amount/).fill('12 345,50');
    await dialog.getByRole('button', { name: 'Record verdict' }).click();
    await expect(dialog.getByLabel('Note')).toHaveAccessibleDescription(/Say why/);
    await dialog.getByLabel('Note').fill('The rest is due to the new price list.');
    await dialog.getByRole('button', { name: 'Record verdict' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(months.getByText('The rest is due to the new price list.')).toBeVisible();
    await expect(months.getByRole('row', { name: /12\.3\s?K/ }).first()).toContainText('Confirmed');
  });

  await test.step('it is kept beside what was computed', async () => {
    const { months } = await approver.realization.get.query({ useCaseId: useCase.id });
    const confirmed = months.find(({ status }) => status === 'CONFIRMED');
    expect(confirmed?.decisions[0]?.confirmed).toBe('12345.50');
    expect(confirmed?.computed).not.toBe('12345.50');
    await page.goto(`/use-cases/${useCase.number}?tab=history`);
    await expect(page.getByText(/^Finance confirmed/).first()).toBeVisible();
  });
  await page.context().close();
});

test('an admin sees what figures of value rest on, and changes it', async ({ browser, apiAs }) => {
  const api = await apiAs('admin');
  const { discountRate, stages } = await api.valueSettings.get.query();
  const reach = Object.fromEntries(stages.map(({ stage }) => [stage.key, stage.reachProbability]));
  const page = await pageOf(browser, 'admin');
  await page.goto('/portfolio');
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Value' })
    .click();
  await page.waitForURL('**/admin/value');
  await expectAccessible(page);

  const idea = page.getByLabel('Probability from Idea');
  await idea.fill('95');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Probability from Proof of concept')).toHaveAccessibleDescription(
    'Not less than the stage before it',
  );
  await idea.fill('12,5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The assumptions are saved')).toBeVisible();
  await page.reload();
  await expect(idea).toHaveValue('12.5');
  await page.getByRole('button', { name: 'Add rate' }).click();
  const rates = page.getByRole('dialog', { name: 'Add rate' });
  await rates.getByLabel('From').fill('2026-01-01');
  await rates.getByLabel('One unit is').fill('0,92');
  await rates.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(
    page.getByRole('table', { name: 'Rates by currency and day' }).getByRole('row', { name: /USD/ }),
  ).toContainText('0.92');
  // Other tests count on the figures that are seeded.
  const was = { discountRate, reach: { ...reach, idea: '0.125' } } as Parameters<
    typeof api.valueSettings.save.mutate
  >[0]['was'];
  await api.valueSettings.save.mutate({ ...was, reach: { ...was.reach, ...reach }, was });
  await page.context().close();
});
