import { expect, expectAccessible, signedInAs, test } from '../../support';

const PASSWORD = 'a sentence that is long enough';
/** A lock-out must be felt everywhere within this time. */
const LOCK_OUT_MS = 5000;

test('an admin invites a person, who works, and locks them out, everywhere, at once', async ({
  browser,
  page,
  expectConsoleError,
}, info) => {
  // A wrong password, a page that is not theirs, and what a locked-out browser still asks.
  expectConsoleError(/status of 40[14]/);
  const email = `newcomer-${info.testId}-${Date.now()}@jalon.example`;
  const admin = await (await browser.newContext({ storageState: signedInAs('admin') })).newPage();

  const link = await test.step('the admin gets a link to send', async () => {
    await admin.goto('/admin/people');
    await admin.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create the link' }).click();
    await expect(dialog.getByText('Fill this in')).toBeVisible();
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('Role').selectOption('BUSINESS');
    await dialog.getByRole('button', { name: 'Create the link' }).click();
    const field = dialog.getByLabel('Invitation link');
    await expect(field).toHaveValue(/\/invite\/[\w-]{43}$/);
    const value = await field.inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(admin.getByRole('row', { name: email })).toContainText('Invited');
    return value;
  });

  await test.step('the person opens it, chooses a password and is in', async () => {
    await page.goto(link);
    await expectAccessible(page);
    await page.getByLabel('Your name').fill('Newcomer');
    await page.getByLabel(/^Password/).fill('too short');
    await page.getByRole('button', { name: 'Open my account' }).click();
    await expect(page.getByText('At least 12 characters', { exact: true })).toBeVisible();
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Open my account' }).click();
    await page.waitForURL('**/portfolio');
    await page.getByRole('button', { name: 'Newcomer: account and sign-out' }).click();
    await expect(page.getByText(`${email} · Business`)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the link does not work a second time', async () => {
    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await other.context().close();
  });

  await test.step('what a business person may not see is not there', async () => {
    await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
    await page.goto('/admin/people');
    await expect(page.getByRole('heading', { name: 'Nothing here for you' })).toBeVisible();
    await page.goto('/use-cases');
  });

  await test.step('the admin locks them out', async () => {
    await admin.reload();
    await admin.getByRole('button', { name: 'Actions for Newcomer' }).click();
    await admin.getByRole('menuitem', { name: 'Lock out' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Lock out' }).click();
    await expect(admin.getByRole('row', { name: email })).toContainText('Locked out');
  });

  await test.step('their next click lands on sign-in, and no password helps', async () => {
    await page.getByRole('link', { name: 'Portfolio' }).click();
    await page.waitForURL('**/sign-in**', { timeout: LOCK_OUT_MS });
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Wrong e-mail or password.' })).toBeVisible();
  });

  await test.step('the page of people is accessible', async () => {
    await expectAccessible(admin);
    await admin.context().close();
  });
});

test('an admin sets variables for every project, and reads where they count before changing them', async ({
  browser,
  expectConsoleError,
}, info) => {
  // The page is not an owner's.
  expectConsoleError(/status of 404/);
  const name = `MAIL_TOKEN_${info.retry}`;
  const page = await (await browser.newContext({ storageState: signedInAs('admin') })).newPage();
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row', { name });

  await test.step('the palette leads there, and what is added stands in the list, masked', async () => {
    await page.goto('/hosts');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('variables');
    await page.getByRole('option', { name: 'Variables' }).click();
    await page.waitForURL('**/admin/variables');
    await expect(page).toHaveTitle(/Variables of every project/);
    await page.getByRole('button', { name: 'Add a variable' }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Value').fill('s3cret-of-all');
    await expect(dialog.getByText(/will show a change|Nothing that is deployed/)).toBeVisible();
    await dialog.getByLabel('Secret').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('secret, set');
    await expect(page.getByText('s3cret-of-all')).toHaveCount(0);
  });

  await test.step('one that exists is not added over, and a secret is not emptied by looking at it', async () => {
    await page.getByRole('button', { name: 'Add a variable' }).click();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Change that one instead.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await row.getByRole('button', { name: `Change ${name}` }).click();
    await expect(dialog.getByLabel('Value')).toHaveValue('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Type the new value')).toBeVisible();
    await dialog.getByLabel('Value').fill('••••••••');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('This is a masked value')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('the page is accessible, and says where a variable counts', async () => {
    await expectAccessible(page);
    await row.getByRole('button', { name: `Where ${name} counts` }).click();
    await expect(dialog.getByText('Of two with one name, the nearer wins.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
  });

  await test.step('it is removed once that is confirmed, and the page is an admin’s alone', async () => {
    await row.getByRole('button', { name: `Remove ${name}` }).click();
    await expect(dialog.getByText('It is gone for every project.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(row).toHaveCount(0);
    await page.context().close();
    const other = await (await browser.newContext({ storageState: signedInAs('owner') })).newPage();
    await other.goto('/admin/variables');
    await expect(other.getByRole('heading', { name: 'Nothing here for you' })).toBeVisible();
    await other.context().close();
  });
});

test('the pages before signing in, and one’s own account, are accessible', async ({ browser, page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page);
  for (const path of ['/invite/this-is-no-invitation-at-all', '/set-up/this-is-no-link-at-all']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  const person = await (await browser.newContext({ storageState: signedInAs('owner') })).newPage();
  await person.goto('/account');
  await expectAccessible(person);
  await person.goto('/there/is/no/such/page');
  await expectAccessible(person);
  await person.context().close();
});

test('everything is reached by keyboard, and the palette goes anywhere by name', async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const page = await context.newPage();
  await page.goto('/account');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox');
  await expect(input).toBeFocused();
  await input.fill('use');
  await expect(page.getByRole('option', { name: 'Use cases' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/use-cases');
  await context.close();
});

test('language and theme change at once and are remembered', async ({ browser }) => {
  const context = await browser.newContext({ storageState: signedInAs('approver') });
  const page = await context.newPage();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Language and theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Language and theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Changer le mot de passe' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Langue et thème' }).click();
  // The page changes at once; the person's own language is saved behind it, and must be before the browser goes.
  const saved = page.waitForResponse(/session\.setLocale/);
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Change the password' })).toBeVisible();
  await saved;
  await context.close();
});
