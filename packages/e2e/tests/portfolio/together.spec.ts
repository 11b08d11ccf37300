import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signedInAs, test } from '../../support';

type Person = Parameters<typeof signedInAs>[0];

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ storageState: signedInAs(person) });
  return context.newPage();
}

const USE_CASE = {
  problemStatement: 'Half of the boxes leave half empty.',
  expectedOutcome: 'The smallest box that fits is chosen.',
  businessUnit: 'Online sales',
  benefitType: 'COST_REDUCTION' as const,
};

test('two people change one field: the second sees was, theirs and yours, and chooses', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  expectConsoleError(/status of 409/);
  const api = await apiAs('owner');
  const { number } = await api.useCase.create.mutate({ ...USE_CASE, title: `Boxes that fit, ${info.retry}` });
  const [first, second] = [await pageOf(browser, 'admin'), await pageOf(browser, 'owner')];
  for (const page of [first, second]) {
    await page.goto(`/use-cases/${number}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
  }
  const typing = second.getByRole('dialog');
  await typing.getByLabel('Title').fill('Boxes chosen by weight');
  await typing.getByRole('textbox', { name: 'Need' }).fill('Boxes are too large by a third.');
  await typing.getByLabel('Sponsor').fill('Head of logistics');

  await test.step('the first saves', async () => {
    const dialog = first.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Boxes chosen by volume');
    await dialog
      .getByRole('textbox', { name: 'Need' })
      .fill('Half of the boxes leave half empty, says the audit.');
    await dialog.getByRole('group', { name: /Risk/ }).getByText('5').click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the second is shown where they meet, field by field', async () => {
    await typing.getByRole('button', { name: 'Save' }).click();
    const panel = typing.getByRole('region', { name: 'What was saved meanwhile' });
    await expect(panel).toBeFocused();
    const title = panel.getByRole('group', { name: 'Title' });
    await expect(title).toContainText(`It was: Boxes that fit, ${info.retry}`);
    await expect(title).toContainText(/Theirs \(Administrator, .*\)Boxes chosen by volume/);
    await expect(title).toContainText('YoursBoxes chosen by weight');
    await expect(panel.getByRole('group')).toHaveCount(2);
    await expect(panel.getByText(/^Risk: 3 → 5/)).toBeVisible();
  });

  await test.step('one theirs, one both, and what was typed elsewhere stays', async () => {
    const panel = typing.getByRole('region', { name: 'What was saved meanwhile' });
    await panel
      .getByRole('group', { name: 'Title' })
      .getByRole('radio', { name: /^Theirs/ })
      .check();
    await panel.getByRole('group', { name: 'Need' }).getByRole('radio', { name: /^Both/ }).check();
    const joined = panel.getByRole('textbox', { name: 'Need: both texts' });
    await expect(joined).toHaveValue(
      'Half of the boxes leave half empty, says the audit.\n\nBoxes are too large by a third.',
    );
    await joined.fill('Half of the boxes leave half empty: they are too large by a third.');
    await panel.getByRole('button', { name: 'Go on with these choices' }).click();
    await expect(panel).toHaveCount(0);
    await expect(typing.getByLabel('Title')).toHaveValue('Boxes chosen by volume');
    await expect(typing.getByLabel('Sponsor')).toHaveValue('Head of logistics');
    await typing.getByRole('button', { name: 'Save' }).click();
    await expect(typing).toHaveCount(0);
    expect(await api.useCase.get.query({ number })).toMatchObject({
      title: 'Boxes chosen by volume',
      problemStatement: 'Half of the boxes leave half empty: they are too large by a third.',
      sponsor: 'Head of logistics',
      risk: 5,
      version: 3,
    });
  });
  await first.context().close();
  await second.context().close();
});

test('a comment names somebody, whose bell says so at once', async ({
  browser,
  apiAs,
  expectConsoleError,
}, info) => {
  // A file that is not what its name says.
  expectConsoleError(/status of 400/);
  const api = await apiAs('owner');
  const { id, number } = await api.useCase.create.mutate({
    ...USE_CASE,
    title: `Shelves that tell, ${info.retry}`,
  });
  const [writer, named] = [await pageOf(browser, 'owner'), await pageOf(browser, 'approver')];
  await named.goto('/use-cases');
  await expect(named.getByRole('button', { name: /^Notifications/ })).toBeVisible();
  await writer.goto(`/use-cases/${number}?tab=history`);

  await test.step('the name is completed, by keyboard', async () => {
    const field = writer.getByRole('textbox', { name: 'Your comment' });
    await field.focus();
    await writer.keyboard.type('Is the budget there, @Fin');
    await expect(writer.getByRole('option', { name: 'Approver, Finance' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await writer.keyboard.press('Enter');
    await expect(field).toHaveValue('Is the budget there, @Approver, Finance ');
    await writer.keyboard.type('?');
    await writer.keyboard.press('Control+Enter');
    await expect(writer.getByRole('list', { name: 'Discussion' })).toContainText('Is the budget there');
    await expect(field).toHaveValue('');
  });

  await test.step('the other is told where they are, and led to it', async () => {
    const bell = named.getByRole('button', { name: /unread$/ });
    await expect(bell).toBeVisible();
    await bell.click();
    const list = named.getByRole('region', { name: 'Notifications' });
    const link = list.getByRole('link', { name: /Owner, Retail credit mentioned you/ }).first();
    await expect(link).toContainText('Is the budget there');
    await expect(link).toContainText(`UC-${number}`);
    await link.click();
    await named.waitForURL(/comment=/);
    const comment = named.getByRole('list', { name: 'Discussion' }).getByRole('listitem');
    await expect(comment).toBeFocused();
    await expect(comment).toBeInViewport();
    await expect(comment.getByRole('button')).toHaveCount(0);
  });

  await test.step('the answer arrives by itself, and the owner’s bell counts it', async () => {
    // Two wait then: one to be marked alone, and the rest.
    const approver = await apiAs('approver');
    await approver.comment.add.mutate({ useCaseId: id, text: 'Let me look.' });
    await named.getByRole('textbox', { name: 'Your comment' }).fill('It is, until June.');
    await named.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(writer.getByText('It is, until June.')).toBeVisible();
    const bell = writer.getByRole('button', { name: /unread$/ });
    await bell.click();
    const list = writer.getByRole('region', { name: 'Notifications' });
    await expect(list.getByText('Approver, Finance commented on your use case').first()).toBeVisible();
    await list.getByRole('button', { name: 'Mark as read' }).first().click();
    await list.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(writer.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
    await writer.keyboard.press('Escape');
  });

  await test.step('one’s own is edited and removed; the history keeps that, not the text', async () => {
    const own = writer.getByRole('list', { name: 'Discussion' }).getByRole('listitem').first();
    await own.getByRole('button', { name: 'Edit', exact: true }).click();
    const field = own.getByRole('textbox', { name: 'Edit your comment' });
    await field.fill('Is the money there?');
    await own.getByRole('button', { name: 'Save comment' }).click();
    await expect(own).toContainText('edited');
    await expect(named.getByText('Is the money there?')).toBeVisible();
    await own.getByRole('button', { name: 'Remove' }).click();
    await writer.getByRole('dialog').getByRole('button', { name: 'Remove comment' }).click();
    await expect(own).toContainText('This comment was removed.');
    await expect(named.getByText('Is the money there?')).toHaveCount(0);
    await expect(writer.getByText('Comment by Owner, Retail credit removed')).toBeVisible();
  });

  await test.step('a document is attached, seen and taken by the other, and removed', async () => {
    const files = writer.getByRole('list', { name: 'Attachments' });
    const attach = (name: string, text: string) =>
      writer
        .getByLabel('Attach a file')
        .first()
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await attach('shelves.pdf', 'no PDF at all');
    await expect(
      writer.getByText('shelves.pdf: what is in the file is not what its name says'),
    ).toBeVisible();
    await attach('shelves.csv', 'shelf,weight\r\n1,20\r\n');
    await expect(files.getByRole('link', { name: 'shelves.csv' })).toBeVisible();
    const download = named.waitForEvent('download');
    await named.getByRole('list', { name: 'Attachments' }).getByRole('link', { name: 'shelves.csv' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('shelf,weight\r\n1,20\r\n');
    await expect(named.getByRole('button', { name: 'Remove shelves.csv' })).toHaveCount(0);
    await writer.getByRole('button', { name: 'Remove shelves.csv' }).click();
    await expect(writer.getByText('Nothing is attached.')).toBeVisible();
    await attach('shelves.md', '# Shelves\n');
    await expect(files.getByRole('link', { name: 'shelves.md' })).toBeVisible();
  });

  await test.step('the tab is accessible with comments on it, in both languages', async () => {
    await api.comment.add.mutate({ useCaseId: id, text: 'See https://jalon.example/shelves' });
    await writer.reload();
    await expectAccessible(writer);
  });
  await writer.context().close();
  await named.context().close();
});
