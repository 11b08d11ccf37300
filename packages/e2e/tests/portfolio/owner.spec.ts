import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

async function pageOf(browser: Browser, person: Parameters<typeof signedInAs>[0]) {
  const context = await browser.newContext({ storageState: signedInAs(person) });
  return context.newPage();
}

async function fillRange(page: Page, low: string, likely: string, high: string): Promise<void> {
  await page.getByLabel('Low', { exact: true }).fill(low);
  await page.getByLabel('Likely', { exact: true }).fill(likely);
  await page.getByLabel('High', { exact: true }).fill(high);
}

/** Whether the server has the draft just as it stands; runs in the page. */
function isDraftSent(): boolean {
  return Object.entries(localStorage).some(
    ([key, kept]) => key.startsWith('jalon.draft.') && JSON.parse(kept).sent === true,
  );
}

test('an owner logs a use case, mistakes included, and sees it in the portfolio', async ({
  browser,
  expectConsoleError,
}, info) => {
  // A second value for the same day is refused.
  expectConsoleError(/status of 409/);
  // What a first try has left behind has another title.
  const title = `Returns of parcels foreseen, ${info.retry + 1}`;
  const page = await pageOf(browser, 'owner');

  await test.step('from the portfolio to an empty form', async () => {
    await page.goto('/portfolio');
    await page.getByRole('link', { name: 'New use case' }).click();
    await page.waitForURL('**/use-cases/new');
  });

  await test.step('what is missing or wrong is said at its field', async () => {
    await page.getByRole('button', { name: 'Save use case' }).click();
    await expect(page.getByLabel('Title')).toBeFocused();
    await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Fill this in');
    await page.getByLabel('Title').fill(title);
    await page
      .getByRole('textbox', { name: 'Need' })
      .fill('One parcel in six comes back, and nobody knows which.');
    await page
      .getByRole('textbox', { name: 'Expected result' })
      .fill('Parcels likely to come back are packed and priced for it.');
    await fillRange(page, '2 M', '1.2M', '3,000,000');
    await page.getByLabel('Horizon').fill('-2');
    await page.getByLabel('Business unit').fill('Online sales');
    await page.getByLabel('Initiative').fill('Parcels that stay');
    await page.getByRole('combobox', { name: 'Contributors' }).selectOption('Approver, Finance');
    // Who logs it owns it, and is not to be chosen.
    await expect(page.getByRole('option', { name: 'Owner, Retail credit' })).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Contributors' }).selectOption('Data engineer');
    await page.getByRole('button', { name: 'Remove Approver, Finance' }).click();
    await page.getByRole('button', { name: 'Save use case' }).click();
    await expect(page.getByLabel('Low', { exact: true })).toHaveAccessibleDescription(
      'The low figure is above the likely one',
    );
    await expect(page.getByLabel('Horizon')).toHaveAccessibleDescription('At least 1');
    await expect(page).toHaveURL(/\/use-cases\/new$/);
  });

  await test.step('a draft is kept: the page may be closed and opened again', async () => {
    await expect(page.getByText('Something above needs another look')).toBeVisible();
    // What is still on its way when the page goes is another test's: drafts.spec.
    await expect.poll(() => page.evaluate(isDraftSent)).toBe(true);
    await page.reload();
    await expect(page.getByText('Draft saved')).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue(title);
    await expect(page.getByLabel('Business unit')).toHaveValue('Online sales');
    await expect(page.getByLabel('Initiative')).toHaveValue('Parcels that stay');
    await expect(page.getByRole('list', { name: 'Contributors' }).getByRole('listitem')).toHaveText([
      'Data engineer',
    ]);
  });

  await test.step('the range is drawn and worked out as it is typed', async () => {
    await fillRange(page, '600k', '1.2M', '3M');
    await page.getByLabel('Horizon').fill('3');
    const preview = page.getByRole('region', { name: 'What this comes to' });
    await expect(preview).toContainText('€1.4 M', { useInnerText: true });
    await expect(preview).toContainText('Net present value at 8%');
    await page.getByLabel('KPI', { exact: true }).fill('Parcels that come back');
    await page.getByLabel('Unit', { exact: true }).fill('%');
    await page.getByLabel('Baseline').fill('16,4');
    await page.getByLabel('Target', { exact: true }).fill('20');
    await page.getByLabel('Value of one unit').fill('300k');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Target', { exact: true })).toHaveAccessibleDescription(
      /not better than the baseline/,
    );
    await page.getByLabel('Target', { exact: true }).fill('12');
    await expect(page.getByText('Reaching the target is worth')).toContainText('€1.32');
  });

  const address = await test.step('saved with the keyboard, it opens', async () => {
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/use-cases\/\d+$/);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Stages' }).getByRole('listitem').first()).toHaveAttribute(
      'aria-current',
      'step',
    );
    await expect(page.getByText('5 of 5 met')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: 'Data engineer' })).toBeVisible();
    await expect(page.getByText('Parcels that stay')).toBeVisible();
    return new URL(page.url()).pathname;
  });

  await test.step('it stands in the portfolio and in the list', async () => {
    await page.goto('/portfolio');
    await expect(page.getByRole('link', { name: new RegExp(`${title}.*Idea`) })).toBeVisible();
    await page.goto('/use-cases?view=table&q=parcels');
    await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Online sales');
    await page.getByRole('combobox', { name: 'Initiative' }).selectOption('Safe credit');
    await expect(page.getByText('Nothing fits these filters')).toBeVisible();
    await page.getByRole('button', { name: 'Remove Initiative Safe credit' }).click();
    await page.getByRole('combobox', { name: 'Initiative' }).selectOption('Parcels that stay');
    await expect(page).toHaveURL(/initiative=[0-9a-f-]{36}/);
    await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible();
    await page.goto('/use-cases/new');
    await expect(page.getByLabel('Title')).toHaveValue('');
  });

  await test.step('a value is entered and changes its state', async () => {
    await page.goto(`${address}?tab=kpis`);
    await page.getByLabel('Value', { exact: true }).fill('11,8');
    await page.getByRole('button', { name: 'Enter value' }).click();
    await expect(page.getByText('On target').first()).toBeVisible();
    await page.getByLabel('Value', { exact: true }).fill('12');
    await page.getByRole('button', { name: 'Enter value' }).click();
    await expect(page.getByLabel('Date', { exact: true })).toHaveAccessibleDescription(
      'There is a value for that day already',
    );
  });

  await test.step('the value is estimated again; the first estimate stays', async () => {
    await page.goto(`${address}?tab=value`);
    await page.getByRole('button', { name: 'Estimate again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Low/).fill('800k');
    await dialog.getByRole('button', { name: 'Save estimate' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(
      page.getByRole('table', { name: 'History of the range: figures' }).getByRole('row'),
    ).toHaveCount(3);
  });
  await page.context().close();
});

test('somebody else decides at the gate; the owner cannot', async ({
  browser,
  apiAs,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 4\d\d/);
  const api = await apiAs('owner');
  const { number } = await api.useCase.create.mutate({
    title: 'Queues at the till foreseen',
    problemStatement: 'Queues are long on Saturdays and nobody sees them coming.',
    expectedOutcome: 'Tills are opened before the queue is there.',
    businessUnit: 'Online sales',
    benefitType: 'REVENUE_GROWTH',
    estimate: {
      low: '100000',
      likely: '200000',
      high: '400000',
      rampUpMonths: 6,
      startDate: '2026-01-01',
      horizonYears: 3,
    },
  });
  const owner = await pageOf(browser, 'owner');
  await owner.goto(`/use-cases/${number}?tab=gate`);
  await expect(owner.getByText('You own this use case: somebody else must approve it.')).toBeVisible();
  await expect(owner.getByRole('radio', { name: /^Go / })).toBeDisabled();

  const approver = await pageOf(browser, 'approver');
  await approver.goto(`/use-cases/${number}?tab=gate`);
  await approver.getByRole('radio', { name: /^Go / }).check();
  await approver.getByRole('button', { name: 'Record decision' }).click();
  await expect(approver.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription('Fill this in');
  await approver.getByRole('textbox', { name: 'Reason' }).fill('The need is real and the data is at hand.');

  await test.step('what changed meanwhile stops the decision, and the reason is kept', async () => {
    const [latest] = [await api.useCase.get.query({ number })];
    await api.useCase.update.mutate({
      ...{
        id: latest.id,
        version: latest.version,
        title: 'Queues foreseen',
        benefitType: latest.benefitType,
      },
      ...{ problemStatement: latest.problemStatement, expectedOutcome: latest.expectedOutcome },
      businessUnit: latest.businessUnit.name,
    });
    await approver.getByRole('button', { name: 'Record decision' }).click();
    const told = approver.getByText('It changed after you opened it');
    const decided = approver.getByText('Go is recorded');
    await expect(told.or(decided).first()).toBeVisible();
    await expect(approver.getByRole('heading', { name: 'Queues foreseen' })).toBeVisible();
    if (await told.isVisible()) {
      await expect(approver.getByRole('textbox', { name: 'Reason' })).toHaveValue(
        'The need is real and the data is at hand.',
      );
      await approver.getByRole('button', { name: 'Record decision' }).click();
    }
  });

  await expect(approver.getByRole('heading', { name: 'Gate: Proof of concept → Prototyping' })).toBeVisible();
  await owner.goto(`/use-cases/${number}`);
  await expect(owner.getByText('The need is real and the data is at hand.')).toBeVisible();
  await expect(owner.locator('[aria-current="step"]')).toContainText('Proof of concept');
  await owner.context().close();
  await approver.context().close();
});

test('two people edit at once: the second is told what changed and loses nothing', async ({
  browser,
  apiAs,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 409/);
  const page = await pageOf(browser, 'owner');
  await page.goto('/use-cases/1');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sponsor').fill('Director, Risk and credit');
  await dialog.getByRole('combobox', { name: 'Contributors' }).selectOption('Data engineer');
  const api = await apiAs('admin');
  const now = await api.useCase.get.query({ number: 1 });
  const { id, version, title, problemStatement, expectedOutcome, benefitType, tags, sponsor } = now;
  const texts = { title, problemStatement, expectedOutcome, benefitType, tags, sponsor };
  await api.useCase.update.mutate({
    id,
    version,
    ...texts,
    businessUnit: now.businessUnit.name,
    initiative: now.initiative?.name,
    contributorIds: [],
    feasibility: 4,
    risk: 4,
  });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Somebody was quicker')).toBeVisible();
  await expect(dialog.getByLabel('Sponsor')).toHaveValue('Director, Risk and credit');
  const both = dialog.getByRole('group', { name: 'Contributors' });
  await expect(both.getByText('Owner, Operations', { exact: true })).toBeVisible();
  await expect(both.getByRole('radio', { name: /^Yours/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Go on with these choices' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Director, Risk and credit')).toBeVisible();
  const saved = await api.useCase.get.query({ number: 1 });
  expect(saved).toMatchObject({ risk: 4, sponsor: 'Director, Risk and credit' });
  expect(saved.contributors.map(({ name }) => name)).toEqual(['Owner, Operations', 'Data engineer']);
  await page.goto('/use-cases/1?tab=history');
  await expect(page.getByText('now contributing: Owner, Operations; Data engineer')).toBeVisible();
  await page.context().close();
});

test('the portfolio is shown as it was on a day of the past, and leads back to today', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'owner');
  await page.goto('/portfolio');
  const shown = page.getByRole('region', { name: 'Funnel: figures' });
  await expect(shown).toBeVisible();
  const today = await shown.innerText();
  await page.getByLabel('As of').fill(PAST);
  await expect(page).toHaveURL(new RegExp(`asOf=${PAST}`));
  await expect(page.getByText('The portfolio as it was recorded on')).toBeVisible();
  await expect(page.getByText('Left out here')).toBeVisible();
  await expect(shown).not.toHaveText(today, { useInnerText: true });
  await page.reload();
  await expect(page.getByLabel('As of')).toHaveValue(PAST);
  const bridge = page.getByRole('region', { name: 'Bridge: figures' });
  await expect(bridge).toBeVisible();
  const since = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Compared with').fill(since);
  await expect(page).toHaveURL(new RegExp(`from=${since}`));
  await expect(bridge.getByText('Arrived in production')).toBeVisible();
  await page.getByText('Show the use cases behind each cause').click();
  await expect(
    page.getByRole('region', { name: 'Use cases behind each cause' }).getByRole('link').first(),
  ).toBeVisible();
  await page.getByText('How these figures are computed').click();
  await expect(page.getByText(/^P10 €/).first()).toBeVisible();
  const passages = page.getByRole('region', { name: 'From stage to stage: figures' });
  await expect(passages.getByRole('row', { name: /Proof of concept/ })).toContainText(
    /\d+ % of \d+|\d+% of \d+/,
  );
  const accuracy = page.getByRole('region', { name: 'Forecast accuracy: figures' });
  await expect(accuracy.getByRole('row', { name: /^All/ })).toContainText('%');
  await page.getByLabel('Compared with').fill('');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page).toHaveURL(/\/portfolio$/);
  await expect(shown).toHaveText(today, { useInnerText: true });
  await page.context().close();
});

/** Not long ago, by the clock of the platform: the sample portfolio has a past. */
const PAST = new Date(Date.now() - 150 * 86_400_000).toISOString().slice(0, 10);

const PAGES = [
  '/portfolio',
  `/portfolio?asOf=${PAST}`,
  '/use-cases',
  '/use-cases?view=table&status=all',
  '/use-cases?q=nothing-has-this-name',
  '/use-cases/new',
  '/use-cases/2',
  '/use-cases/2?tab=value',
  '/use-cases/4?tab=kpis',
  '/use-cases/7?tab=gate',
  '/use-cases/1?tab=delivery',
  '/use-cases/9?tab=history',
  '/use-cases/15?tab=value',
];

test.describe('every page of the portfolio is accessible, in both themes and both languages', () => {
  for (const path of PAGES) {
    test(path, async ({ browser }) => {
      const page = await pageOf(browser, 'owner');
      await page.goto(path);
      await expectAccessible(page);
      await page.context().close();
    });
  }
});
