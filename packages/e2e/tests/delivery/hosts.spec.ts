import { expect, expectAccessible, signedInAs, test } from '../../support';

test.use({ storageState: async ({ browserName: _ }, use) => use(signedInAs('admin')) });

test('an admin says what stacks may have on a host, and never the host itself', async ({
  page,
  expectConsoleError,
}) => {
  // The folder that is refused.
  expectConsoleError(/status of 400/);
  await page.goto('/hosts');
  const open = page.getByRole('button', { name: /^What stacks may have on/ }).first();
  const dialog = page.getByRole('dialog');
  const folders = dialog.getByLabel('Folders that may be mounted');
  const save = dialog.getByRole('button', { name: 'Save' });

  await test.step('what is no path or no port is said where it is written', async () => {
    await open.click();
    await folders.fill('srv/models');
    await dialog.getByLabel('Ports that no stack may take').fill('3000, web');
    await save.click();
    await expect(dialog.getByText('Write whole paths, from / on.')).toBeVisible();
    await expect(dialog.getByText('Write ports from 1 to 65535.')).toBeVisible();
  });

  await test.step('a folder that holds the host is refused, and what was typed stays', async () => {
    await folders.fill('/etc');
    await dialog.getByLabel('Ports that no stack may take').fill('3000');
    await save.click();
    await expect(dialog.getByText(/cannot be allowed/)).toBeVisible();
    await expect(folders).toHaveValue('/etc');
  });

  await test.step('a capability that gives the host away is refused as it is typed, and so is none of Linux', async () => {
    await folders.fill('/srv/models');
    const capabilities = dialog.getByLabel('Linux capabilities that may be added');
    await capabilities.fill('chown, cap_sys_admin');
    await save.click();
    await expect(dialog.getByText('cap_sys_admin cannot be allowed: it gives the host away.')).toBeVisible();
    await capabilities.fill('chown, everything');
    await save.click();
    await expect(dialog.getByText('Linux has no capability everything.')).toBeVisible();
    await capabilities.fill('chown, CAP_NET_RAW');
  });

  await test.step('what is allowed stands in the list, and is taken back', async () => {
    await save.click();
    await expect(dialog).toHaveCount(0);
    const row = page.getByRole('row').filter({ has: open });
    await expect(row).toContainText('one folder · adds CHOWN, NET_RAW · not 3000');
    await expectAccessible(page);
    await open.click();
    await folders.fill('');
    await dialog.getByLabel('Linux capabilities that may be added').fill('');
    await dialog.getByLabel('Ports that no stack may take').fill('');
    await save.click();
    await expect(dialog).toHaveCount(0);
    await expect(row).not.toContainText('3000');
    await expect(row).not.toContainText('CHOWN');
  });
});
