import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { removeLabelled } from '../../../../scripts/lib/docker/remove.mjs';
import { freePort } from '../../../../scripts/lib/ports.mjs';
import {
  ensureSmallImage,
  expect,
  expectAccessible,
  greetingOn,
  signedInAs,
  smallStack,
  test,
} from '../../support';

/** A deployment of one small service, on a busy machine. */
const DEPLOY_MS = 2 * 60_000;
/** One click on a busy machine. */
const STEP_MS = 30_000;

test.use({ storageState: async ({ browserName: _ }, use) => use(signedInAs('engineer')) });

test('a change is planned, a broken one taken back, a revision compared, rolled back to and promoted', async ({
  page,
  apiAs,
  platform,
}) => {
  test.setTimeout(25 * 60_000);
  page.setDefaultTimeout(STEP_MS);
  await ensureSmallImage();
  const api = await apiAs('engineer');
  const slug = `revisions-${randomBytes(3).toString('hex')}`;
  const [useCase] = await api.project.candidates.query();
  const { environmentId } = await api.project.create.mutate({
    useCaseId: useCase?.id ?? '',
    name: 'Revisions',
    slug,
    start: { kind: 'COMPOSE', composeText: smallStack() },
  });
  const port = await freePort();
  for (const [name, value, secret] of [
    ['GREETING', 'hello', false],
    ['TOKEN', 'of the sandbox', true],
    ['MODEL_PORT', String(port), false],
  ] as const) {
    await api.variable.set.mutate({ environmentId, name, value, secret });
  }
  const dialog = page.getByRole('dialog');
  const deployFromPlan = async (status: 'Succeeded' | 'Reverted') => {
    await dialog.getByRole('button', { name: 'Deploy' }).click();
    await page.waitForURL('**/deployments/**');
    await expect(page.getByText(status, { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
  };

  await test.step('what an environment sets wins over the project, and the page says which one counts', async () => {
    await page.goto(`/projects/${slug}/variables`);
    for (const [place, value] of [
      ['project Revisions', 'blue'],
      ['environment sandbox', 'red'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a variable' }).click();
      await dialog.getByLabel('Name').fill('COLOUR');
      await dialog.getByLabel('Value').fill(value);
      await dialog.getByLabel('Applies to').selectOption({ label: place });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveCount(0);
    }
    const colours = page.getByRole('row', { name: /COLOUR/ });
    await expect(colours.first()).toContainText('red');
    await expect(colours.nth(1)).toContainText('overridden by environment sandbox');
    await expectAccessible(page, quiet);
  });

  await test.step('the first revision is deployed', async () => {
    await page.goto(`/projects/${slug}/stack`);
    await page.getByRole('button', { name: 'Review changes' }).click();
    await expect(dialog.getByText('Create container')).toBeVisible();
    await deployFromPlan('Succeeded');
    expect(await greetingOn(port)).toBe('hello');
  });

  await test.step('a variable is changed: the change is named, planned with its cause, deployed', async () => {
    await page.goto(`/projects/${slug}/variables`);
    await page.getByRole('button', { name: 'Change GREETING' }).click();
    await dialog.getByLabel('Value').fill('bonjour');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('One change is not yet deployed to sandbox')).toBeVisible();
    await expect(page.getByText('variable GREETING changed')).toBeVisible();
    await page.getByRole('link', { name: 'Review changes' }).click();
    await expect(dialog.getByText('Configuration changed: environment.GREETING').first()).toBeVisible();
    const changes = dialog.getByRole('list', { name: 'What changes' });
    await expect(changes).toContainText('environment.GREETING another value');
    await expect(changes).not.toContainText('bonjour');
    await deployFromPlan('Succeeded');
    expect(await greetingOn(port)).toBe('bonjour');
  });

  await test.step('a broken command goes back by itself, and says so', async () => {
    await page.goto(`/projects/${slug}/stack`);
    await expect(page.getByText('not yet deployed')).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Compose file' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(smallStack('echo cannot find the model >&2; exit 3'));
    await expect(page.getByText('No error')).toBeVisible();
    await page.getByRole('button', { name: 'Review changes' }).click();
    await expect(dialog.getByText('Configuration changed: command').first()).toBeVisible();
    await deployFromPlan('Reverted');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('cannot find the model');
    expect(await greetingOn(port)).toBe('bonjour');
  });

  await test.step('two revisions are compared: the variable, then the file', async () => {
    await page.goto(`/projects/${slug}/deployments`);
    const revisions = page.getByRole('region', { name: 'All revisions' });
    await expect(revisions.getByRole('row', { name: /Revision 2/ })).toContainText('current in sandbox');
    await revisions.getByRole('link', { name: 'Compare 1 with 2' }).click();
    await page.waitForURL('**/revisions/compare?from=1&to=2');
    const changed = page.getByRole('row', { name: /GREETING/ });
    await expect(changed).toContainText('hello');
    await expect(changed).toContainText('bonjour');
    await expect(page.getByText('the same in both')).toBeVisible();
    await page.getByRole('combobox', { name: 'After' }).selectOption('3');
    await page.waitForURL('**/revisions/compare?from=1&to=3');
    const file = page.getByRole('table', { name: 'The file, line by line' });
    await expect(file.getByRole('row', { name: /cannot find the model/ })).toContainText('added:');
    await expect(page.getByText('of the sandbox')).toHaveCount(0);
  });

  await test.step('a roll back shows its plan, runs the old revision and leaves the draft alone', async () => {
    await page.goto(`/projects/${slug}/revisions/1`);
    await page.getByRole('button', { name: 'Roll back to revision 1' }).click();
    await expect(dialog.getByText('The saved file and the variables stay as they are')).toBeVisible();
    await expect(dialog.getByText('Configuration changed: environment.GREETING').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Roll back to revision 1' }).click();
    await page.waitForURL('**/deployments/**');
    await expect(page.getByRole('heading', { name: 'Roll back #4' })).toBeVisible();
    await expect(page.getByText('Succeeded', { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
    expect(await greetingOn(port)).toBe('hello');
    await page.goto(`/projects/${slug}/stack`);
    await expect(page.getByText('2 changes are not yet deployed to sandbox')).toBeVisible();
    await expect(page.getByText('service web changed')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Compose file' })).toContainText('cannot find the model');
  });

  await test.step('a file of the project is refused outside of it, added, read by the stack, and named as pending', async () => {
    await page.getByRole('button', { name: 'Add a file' }).click();
    await dialog.getByLabel('Path').fill('../web.env');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText('That leads out of the project')).toBeVisible();
    await dialog.getByLabel('Path').fill('config/web.env');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByLabel('Content of config/web.env').fill('GREETING=from a file\n');
    await page.getByRole('textbox', { name: 'Compose file' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      smallStack().replace(
        / {4}environment:\n.*GREETING.*\n/,
        '    env_file: config/web.env\n    environment:\n',
      ),
    );
    await expect(page.getByText('No error')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('file config/web.env added')).toBeVisible();
    await expectAccessible(page, quiet);
    await page.getByRole('button', { name: 'Delete config/web.env' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '"config/web.env" is no file' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    await expect(page.getByRole('button', { name: 'config/web.env', exact: true })).toBeVisible();
  });

  await test.step('files of one’s own are chosen or dropped: all or none, and a name that is taken is asked about', async () => {
    const choose = page.getByLabel('Choose files', { exact: true }).first();
    const own = (name: string, content: string | Buffer) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
    await choose.setInputFiles([own('a.env', 'A=1\n'), own('model.bin', Buffer.from([1, 0, 0xff]))]);
    await expect(dialog.getByText('No file was added')).toBeVisible();
    await expect(dialog.getByRole('alert')).toContainText('model.bin is no text');
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(page.getByRole('button', { name: 'a.env', exact: true })).toHaveCount(0);

    await choose.setInputFiles([own('a.env', 'A=1\n'), own('b.env', 'B=1\n')]);
    await expect(page.getByText('2 files are in the draft')).toBeVisible();
    await expect(page.getByLabel('Content of a.env')).toHaveValue('A=1\n');

    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      for (const name of ['a.env', 'b.env', 'c.env']) transfer.items.add(new File([`${name} dropped`], name));
      return transfer;
    });
    const section = page.getByRole('list', { name: 'Project files' });
    await section.dispatchEvent('dragover', { dataTransfer: dropped });
    await section.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(dialog.getByText('Files of these names are there')).toBeVisible();
    await dialog.getByLabel('a.env').selectOption('replace');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByLabel('Content of a.env')).toHaveValue('a.env dropped');
    await page.getByRole('button', { name: 'b.env', exact: true }).click();
    await expect(page.getByLabel('Content of b.env')).toHaveValue('B=1\n');
    await expect(page.getByRole('button', { name: 'c.env', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    await expect(page.getByRole('button', { name: 'c.env', exact: true })).toHaveCount(0);
  });

  const stagingPort = await freePort([port]);

  await test.step('an environment is added: values are copied, a secret is not', async () => {
    await page.getByRole('link', { name: 'Add an environment' }).click();
    await page.waitForURL(`**/projects/${slug}/environments/new`);
    await expect(page.getByLabel('Short name')).toHaveValue('staging');
    await expect(page.getByText('COLOUR, GREETING', { exact: true })).toBeVisible();
    await expect(page.getByText('TOKEN', { exact: true })).toBeVisible();
    await expectAccessible(page, quiet);
    await page.getByLabel(/MODEL_PORT/).fill(String(stagingPort));
    await page.getByRole('button', { name: 'Add the environment' }).click();
    await page.waitForURL(`**/projects/${slug}/variables?env=staging`);
    const environments = page.getByRole('list', { name: 'Environments' });
    await expect(environments.locator('[aria-current="true"]')).toHaveText('staging');
    await expect(page.getByRole('row', { name: /GREETING/ })).toContainText('bonjour');
  });

  await test.step('what is missing there is named before the promotion', async () => {
    await page.getByRole('link', { name: 'Deployments', exact: true }).click();
    await page.waitForURL(`**/projects/${slug}/deployments?env=staging`);
    await expect(page.getByText('Nothing was deployed yet')).toBeVisible();
    await page.getByRole('list', { name: 'Environments' }).getByRole('link', { name: 'sandbox' }).click();
    await page.getByRole('button', { name: 'Promote to staging' }).click();
    await expect(dialog.getByText('TOKEN', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Promote to staging' })).toBeDisabled();
    await dialog.getByRole('link', { name: 'Set them' }).click();
    await page.waitForURL(`**/projects/${slug}/variables?env=staging`);
    await page.getByRole('button', { name: 'Set TOKEN' }).click();
    await dialog.getByLabel('Value').fill('of staging');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the revision is promoted, and runs beside the one it came from', async () => {
    await page.goto(`/projects/${slug}/deployments`);
    await page.getByRole('button', { name: 'Promote to staging' }).click();
    await expect(dialog.getByText(`${slug}-staging-web-1`).first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Promote to staging' }).click();
    await page.waitForURL('**/deployments/*?env=staging');
    await expect(page.getByRole('heading', { name: 'Promotion #1' })).toBeVisible();
    await expect(page.getByText('Succeeded', { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
    expect(await greetingOn(stagingPort)).toBe('bonjour');
    expect(await greetingOn(port)).toBe('hello');
    await page.getByRole('definition').getByRole('link', { name: '4' }).click();
    await expect(page.getByText('from revision 1 of sandbox')).toBeVisible();
  });

  await test.step('the file is deployed: the container has it, and so has the revision', async () => {
    await page.goto(`/projects/${slug}/stack?review=1`);
    await expect(dialog.getByText('Create container')).toBeVisible();
    await deployFromPlan('Succeeded');
    expect(await greetingOn(port)).toBe('from a file');
    await page.goto(`/projects/${slug}/revisions/compare?from=1&to=5`);
    const file = page.getByRole('table', { name: 'config/web.env, line by line' });
    await expect(file.getByRole('row', { name: /GREETING=from a file/ })).toContainText('added:');
    await page.goto(`/projects/${slug}/revisions/5`);
    await page.getByText('config/web.env', { exact: true }).click();
    await expect(page.getByText('GREETING=from a file')).toBeVisible();
  });

  await test.step('every new page is accessible, in both themes and both languages', async () => {
    for (const path of [
      'stack',
      'deployments',
      'deployments?env=staging',
      'revisions/1',
      'revisions/5',
      'revisions/compare?from=1&to=5',
      'variables?env=staging',
      'settings?env=staging',
    ]) {
      await page.goto(`/projects/${slug}/${path}`);
      await expectAccessible(page, quiet);
    }
  });

  await test.step('an environment goes when its stack is removed, and names the volume that stays', async () => {
    const { environments } = await api.project.get.query({ slug });
    const stagingId = environments.find((environment) => environment.slug === 'staging')?.id ?? '';
    await page.goto(`/projects/${slug}/settings?env=staging`);
    await page.getByRole('button', { name: 'Delete staging' }).click();
    await expect(dialog.getByText(/still on the host/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.waitForURL('**/deployments/**');
    await expect(page.getByText('Succeeded', { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Delete staging' }).click();
    await expect(dialog.getByText(`${slug}-staging_data`)).toBeVisible();
    await dialog.getByLabel('Type staging to confirm').fill('staging');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('staging is deleted')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Environments' })).not.toContainText('staging');
    expect(await greetingOn(port)).toBe('from a file');
    // The platform knows of it no more, and would leave the volume on the machine.
    await removeLabelled(platform.dockerHost, { environmentId: stagingId, project: slug });
  });
});

/** What the page has to load is there: nothing pulses any more. */
async function quiet(page: Page): Promise<void> {
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
}
