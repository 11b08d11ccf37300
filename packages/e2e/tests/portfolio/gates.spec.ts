import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

type Person = Parameters<typeof signedInAs>[0];
type Api = Awaited<ReturnType<Parameters<Parameters<typeof test>[2]>[0]['apiAs']>>;

const WHY = 'Seen, weighed and found good enough.';
const ESTIMATE = {
  low: '100000',
  likely: '200000',
  high: '400000',
  rampUpMonths: 6,
  startDate: '2026-01-01',
  horizonYears: 3,
};

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs(person) });
  return context.newPage();
}

/** Asks for a review; lets an approver waive what Jalon cannot see in a test without containers. */
async function prepare(owner: Api, approver: Api, useCaseId: string): Promise<void> {
  const { version } = await owner.gate.get.query({ useCaseId });
  const { next } = await owner.gate.request.mutate({ useCaseId, version });
  for (const { key, state, policy } of next?.items ?? []) {
    if (policy?.kind !== 'AUTOMATIC' || state === 'MET') continue;
    await approver.gate.waive.mutate({ useCaseId, itemKey: key, reason: 'Shown to us on the old system.' });
  }
}

async function decide(
  approver: Api,
  useCaseId: string,
  decision: 'GO' | 'NO_GO' | 'PIVOT',
  rationale: string,
): Promise<void> {
  const { version, estimateId, round } = await approver.gate.get.query({ useCaseId });
  const revision = round?.revision;
  await approver.gate.decide.mutate({ useCaseId, version, estimateId, revision, decision, rationale });
}

test('a use case goes from idea to production through every gate, with a condition, a refusal and a pivot', async ({
  browser,
  apiAs,
}) => {
  const [owner, approver, admin, engineer] = await Promise.all([
    apiAs('owner'),
    apiAs('approver'),
    apiAs('admin'),
    apiAs('engineer'),
  ]);
  const { id, number } = await owner.useCase.create.mutate({
    title: 'Breakdowns of lifts foreseen',
    problemStatement: 'Lifts stop between two floors, and nobody knows which will be next.',
    expectedOutcome: 'A part is changed in the week before it would have failed.',
    businessUnit: 'Facilities',
    benefitType: 'COST_REDUCTION',
    estimate: ESTIMATE,
  });
  const gateOf = (page: Page) => page.goto(`/use-cases/${number}?tab=gate`);
  const stage = async () => (await owner.useCase.get.query({ number })).stage.key;
  const byOwner = await pageOf(browser, 'owner');
  const byApprover = await pageOf(browser, 'approver');

  await test.step('the owner asks for the review', async () => {
    await gateOf(byOwner);
    await byOwner
      .getByRole('textbox', { name: 'What the reviewers should know' })
      .fill('The data is at hand.');
    await byOwner.getByRole('button', { name: 'Request review' }).click();
    await expect(byOwner.getByText('Business: 0 of 1')).toBeVisible();
    await expect(byOwner.getByText('5 of 5 met').first()).toBeVisible();
  });

  await test.step('a conditional go says what must follow, who sees to it, and by when', async () => {
    await gateOf(byApprover);
    await byApprover.getByRole('radio', { name: /^Conditional go/ }).check();
    await byApprover.getByRole('textbox', { name: 'Reason' }).fill('Worth a try, once the data may be used.');
    await byApprover.getByRole('button', { name: 'Record decision' }).click();
    await expect(byApprover.getByRole('textbox', { name: 'What must follow' })).toHaveAccessibleDescription(
      'Fill this in',
    );
    await byApprover.getByRole('textbox', { name: 'What must follow' }).fill('Ask the works council');
    await byApprover.getByLabel('Due').fill('2031-03-31');
    await byApprover.getByRole('button', { name: 'Record decision' }).click();
    await expect(
      byApprover.getByRole('heading', { name: 'Gate: Proof of concept → Prototyping' }),
    ).toBeVisible();
    await expect(byApprover.getByRole('radio', { name: /^Go / })).toBeDisabled();
    await expect(byApprover.getByText('1 finding of an earlier gate is open')).toBeVisible();
  });

  await test.step('a refusal closes it; an admin takes it up again', async () => {
    await decide(approver, id, 'NO_GO', 'The works council has not been asked.');
    const { version, status } = await owner.useCase.get.query({ number });
    expect(status).toBe('REJECTED');
    const reason = 'The council meets this month.';
    await admin.useCase.changeLifecycle.mutate({ useCaseId: id, version, action: 'RESTORE', reason });
  });

  await test.step('the finding is closed by whoever sees to it, and the way is open', async () => {
    await gateOf(byOwner);
    await byOwner.getByRole('button', { name: 'Close finding: Ask the works council' }).click();
    const dialog = byOwner.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'How it was dealt with' }).fill('They agreed, in writing.');
    await dialog.getByRole('button', { name: 'Close finding', exact: true }).click();
    await expect(byOwner.getByText('They agreed, in writing.')).toBeVisible();
    await prepare(owner, approver, id);
    await decide(approver, id, 'GO', WHY);
    expect(await stage()).toBe('prototyping');
  });

  await test.step('a pivot goes back, and the gate is passed again', async () => {
    await decide(approver, id, 'PIVOT', 'Foresee doors first: they break more often.');
    expect(await stage()).toBe('proof-of-concept');
    await prepare(owner, approver, id);
    await decide(approver, id, 'GO', WHY);
    expect(await stage()).toBe('prototyping');
  });

  await test.step('a document is named, an item waived with a reason, and IT approves', async () => {
    const { version } = await owner.gate.get.query({ useCaseId: id });
    await owner.gate.request.mutate({ useCaseId: id, version });
    await gateOf(byOwner);
    await byOwner.getByRole('button', { name: /^Answer: Qualified with IT/ }).click();
    const dialog = byOwner.getByRole('dialog');
    await dialog.getByLabel('Address of the document').fill('https://wiki.example/lifts');
    await dialog.getByLabel('Name of the document').fill('Qualification report');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(byOwner.getByRole('link', { name: 'Qualification report' })).toBeVisible();

    await gateOf(byApprover);
    await byApprover.getByRole('button', { name: /^Waive: The data sources are connected/ }).click();
    const waiver = byApprover.getByRole('dialog');
    await waiver.getByRole('textbox', { name: 'Reason' }).fill('One file a night, tested by hand.');
    await waiver.getByRole('button', { name: 'Waive', exact: true }).click();
    await expect(byApprover.getByText(/One file a night, tested by hand/)).toBeVisible();
    for (const { key, state, policy } of (await owner.gate.get.query({ useCaseId: id })).next?.items ?? []) {
      if (policy?.kind !== 'AUTOMATIC' || state === 'MET' || state === 'WAIVED') continue;
      await approver.gate.waive.mutate({ useCaseId: id, itemKey: key, reason: WHY });
    }

    const byEngineer = await pageOf(browser, 'engineer');
    await gateOf(byEngineer);
    await byEngineer.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(byEngineer.getByText('Engineering: 1 of 1')).toBeVisible();
    await expectAccessible(byEngineer);
    await byEngineer.context().close();
    await decide(approver, id, 'GO', WHY);
    expect(await stage()).toBe('packaging');
  });

  await test.step('three people approve the last gate', async () => {
    await prepare(owner, approver, id);
    for (const [itemKey, value] of [
      ['languages-chosen', 'Python throughout.'],
      ['infrastructure-chosen', 'ON_PREMISES'],
      ['data-classified', 'INTERNAL'],
      ['open-source-policy', 'ACCEPTED'],
      ['tests-reported', 'https://wiki.example/tests'],
    ] as const) {
      await owner.gate.answer.mutate({ useCaseId: id, itemKey, value });
    }
    const { round } = await owner.gate.get.query({ useCaseId: id });
    const approval = { useCaseId: id, verdict: 'APPROVED', revision: round?.revision ?? 0 } as const;
    await engineer.gate.verdict.mutate({ ...approval, role: 'ENGINEERING', comment: 'Runs by itself.' });
    await admin.gate.verdict.mutate({ ...approval, role: 'FINANCE', comment: 'In the budget.' });
    await gateOf(byApprover);
    await byApprover.getByRole('radio', { name: /^Go / }).check();
    await byApprover.getByRole('textbox', { name: 'Reason' }).fill('Everything is there: into production.');
    await byApprover.getByRole('button', { name: 'Record decision' }).click();
    await expect(byApprover.getByText('In production: there is no gate left.')).toBeVisible();
    expect(await stage()).toBe('production');
  });

  await test.step('the history and the decision packs tell the same story', async () => {
    const { reviews } = await owner.gate.get.query({ useCaseId: id });
    const told = reviews.map(({ decision, from, to }) => `${decision} ${from.key} ${to.key}`).reverse();
    expect(told).toEqual([
      'CONDITIONAL_GO idea proof-of-concept',
      'NO_GO proof-of-concept proof-of-concept',
      'GO proof-of-concept prototyping',
      'PIVOT prototyping proof-of-concept',
      'GO proof-of-concept prototyping',
      'GO prototyping packaging',
      'GO packaging production',
    ]);
    const events = await owner.useCase.history.query({ useCaseId: id });
    const audited = events
      .filter(({ action }) => action === 'gate.decided')
      .map(({ data }) => `${data.decision} ${data.from} ${data.to}`);
    expect(audited.reverse()).toEqual(told);

    await byOwner.goto(`/use-cases/${number}?tab=gate`);
    await byOwner.getByRole('link', { name: 'Decision pack: Go, Packaging & preparing' }).click();
    await expect(
      byOwner.getByRole('heading', { level: 1, name: 'Breakdowns of lifts foreseen' }),
    ).toBeVisible();
    const signatures = byOwner.getByRole('region', { name: 'Signatures' });
    for (const name of ['Data engineer', 'Administrator', 'Approver, Finance']) {
      await expect(signatures.getByRole('rowheader', { name })).toBeVisible();
    }
    await expect(byOwner.getByText('Everything is there: into production.')).toBeVisible();
    await expectAccessible(byOwner);
    await byOwner.goto(`/use-cases/${number}?tab=gate`);
    await byOwner.getByRole('link', { name: 'Decision pack: Conditional go, Idea' }).click();
    await expect(byOwner.getByText('Ask the works council')).toBeVisible();
    await expect(byOwner.getByText('They agreed, in writing.')).toBeVisible();
    await byOwner.goto(`/use-cases/${number}?tab=history`);
    await expect(byOwner.getByText('Foresee doors first: they break more often.')).toBeVisible();
  });
  await byOwner.context().close();
  await byApprover.context().close();
});

test('an admin drafts the next version of a gate, sees it, and publishes it', async ({
  browser,
  expectConsoleError,
}, info) => {
  // A draft with an empty title is refused.
  expectConsoleError(/status of 400/);
  const title = `Its users are trained, ${info.retry + 1}`;
  const page = await pageOf(browser, 'admin');
  await page.goto('/admin/gates');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Production: approved again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Production: approved again' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Add item' }).click();
  await page.getByRole('textbox', { name: 'Title in English' }).last().fill(title);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Something in the draft is missing or wrong.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title in French' }).last().fill('Ses utilisateurs sont formés');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(title);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('textbox', { name: 'What has changed' }).fill('Training is asked for');
  await page.getByRole('button', { name: 'Publish draft' }).click();
  await expect(page.getByText('There is no draft.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Versions' }).getByRole('listitem').first()).toContainText(
    'Training is asked for',
  );
  await page.context().close();
});
