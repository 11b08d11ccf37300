import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { freePort } from '../../../../scripts/lib/ports.mjs';
import { cutEngine, expect, expectAccessible, signedInAs, test } from '../../support';

/** Building the sample's images takes minutes where no cache has them. */
const DEPLOY_MS = 8 * 60_000;
const RUN_MS = 3 * 60_000;
/** Until the worker has noticed that the engine went away or came back. */
const OUTAGE_MS = 60_000;
/** One click on a busy machine. */
const STEP_MS = 30_000;

test.use({ storageState: async ({ browserName: _ }, use) => use(signedInAs('engineer')) });

test('an engineer deploys the sample, trains it and gets a prediction', async ({
  page,
  apiAs,
  expectConsoleError,
}) => {
  // Fifteen pages are judged in it: a slow machine took 13 minutes for all of it.
  test.setTimeout(30 * 60_000);
  // A missing field is asked for on purpose, and the API answers 422.
  expectConsoleError(/status of 422/);
  page.setDefaultTimeout(STEP_MS);
  const slug = `scoring-${randomBytes(3).toString('hex')}`;
  const api = await apiAs('engineer');

  await test.step('a project starts from the sample', async () => {
    await page.goto('/projects');
    await page.getByRole('link', { name: 'New project' }).first().click();
    await expect(page.getByRole('heading', { name: 'New project' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /The sample/ })).toBeChecked();
    await page.getByLabel('Short name').fill(slug);
    await page.getByRole('button', { name: 'Create the project' }).click();
    await page.waitForURL(`**/projects/${slug}/stack`);
    await expect(page.getByRole('region', { name: 'Services and volumes' })).toContainText('postgresql');
  });

  const project = await api.project.get.query({ slug });
  const environmentId = project.environments[0]?.id ?? '';

  await test.step('a port of this machine that nobody has, under Variables; the secret stays hidden', async () => {
    await page.getByRole('link', { name: 'Variables' }).click();
    await expect(page.getByRole('row', { name: /DATABASE_PASSWORD/ })).toContainText('secret, set');
    await page.getByRole('button', { name: 'Change MODEL_PORT' }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Value')
      .fill(String(await freePort()));
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a broken file is refused where it is broken, and nothing typed is lost', async () => {
    await page.getByRole('link', { name: 'Stack', exact: true }).click();
    const editor = page.getByRole('textbox', { name: 'Compose file' });
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('servces: {}\n');
    await expect(page.getByRole('alert').getByText(/servces/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'line 1, column 1' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Review changes' })).toBeDisabled();
    await page.getByRole('button', { name: 'Undo my changes' }).click();
    await expect(page.getByText('No error')).toBeVisible();
  });

  await test.step('the plan is shown before anything is done', async () => {
    await page.getByRole('button', { name: 'Review changes' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`${slug}-sandbox-model-1`).first()).toBeVisible();
    await expect(dialog.getByText('not there yet').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Deploy' }).click();
    await page.waitForURL('**/deployments/**');
  });

  await test.step('the deployment goes through, step by step', async () => {
    await expect(page.getByRole('heading', { name: 'Deployment #1' })).toBeVisible();
    await expect(page.getByText('Create container').first()).toBeVisible({ timeout: DEPLOY_MS });
    await expect(page.getByText('Succeeded')).toBeVisible({ timeout: DEPLOY_MS });
  });

  await test.step('one click trains the model on the sample’s data', async () => {
    await page.getByRole('button', { name: 'Train' }).click();
    await page.waitForURL('**/runs/**');
    await expect(page.getByText('Succeeded')).toBeVisible({ timeout: RUN_MS });
    await expect(page.getByRole('table', { name: 'Confusion matrix' })).toBeVisible();
  });

  await test.step('the model answers for a row, and names the field that is missing', async () => {
    await page.getByRole('link', { name: 'Try the model' }).click();
    await page.getByRole('button', { name: 'Predict' }).click();
    await expect(page.getByText('probabilityOfBad')).toBeVisible();
    await expect(page.getByText(/Answered in/)).toBeVisible();
    await page.getByLabel(/^Age/).fill('');
    await page.getByRole('button', { name: 'Predict' }).click();
    await expect(page.getByText('is required', { exact: true })).toBeVisible();
  });

  await test.step('the address of the model is behind Jalon’s login', async () => {
    const { url } = await api.model.health.query({ environmentId });
    const stranger = await fetch(`${url}/health`, { headers: { accept: 'application/json' } });
    expect(stranger.status).toBe(401);
    const signedIn = await page.request.get(`${url}/health`);
    expect(await signedIn.json()).toMatchObject({ status: 'ready' });
  });

  await test.step('logs arrive, and can be searched', async () => {
    await page.goto(`/projects/${slug}/logs?service=model`);
    const log = page.getByRole('log', { name: 'Logs' });
    await expect(log).toContainText('/predict');
    await page.getByRole('searchbox', { name: 'Search in the lines' }).fill('no such words anywhere');
    await expect(log).toContainText('No line yet');
  });

  await test.step('every page of the project is accessible, in both themes and both languages', async () => {
    for (const tab of ['stack', 'deployments', 'logs', 'model', 'runs', 'data', 'variables', 'settings']) {
      await page.goto(`/projects/${slug}/${tab}`);
      await expectAccessible(page, quiet);
    }
    for (const path of ['/projects', '/projects/new', '/catalogue', '/hosts']) {
      await page.goto(path);
      await expectAccessible(page, quiet);
    }
    const [run] = (await api.run.list.query({ projectId: project.id })).runs;
    await page.goto(`/projects/${slug}/runs/${run?.id}`);
    await expectAccessible(page, quiet);
    const [deployment] = await api.deployment.list.query({ projectId: project.id });
    await page.goto(`/projects/${slug}/deployments/${deployment?.id}`);
    await expectAccessible(page, quiet);
  });

  await test.step('an engine that is away is said to be, nothing is marked down, and work waits for it', async () => {
    await page.goto(`/projects/${slug}/stack`);
    const environments = page.getByRole('list', { name: 'Environments' });
    await expect(environments).toContainText('Running');
    const mend = await cutEngine();
    const notice = page.getByText(/has been unreachable since/);
    await expect(notice).toBeVisible({ timeout: OUTAGE_MS });
    await expect(environments).toContainText('Running (last known)');
    await expect(page.getByText('Up (last known)')).toHaveCount(3);
    await expect(page.getByText('Down', { exact: true })).toHaveCount(0);
    await expectAccessible(page, quiet);
    await page.goto(`/projects/${slug}/settings`);
    await page.getByRole('button', { name: 'Restart' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
    await page.waitForURL('**/deployments/**');
    await expect(notice).toBeVisible();
    await expect(page.getByText('Failed', { exact: true })).toHaveCount(0);
    await mend();
    await expect(page.getByText('Succeeded')).toBeVisible({ timeout: RUN_MS });
    await expect(notice).toHaveCount(0, { timeout: OUTAGE_MS });
  });

  await test.step('removing the stack says that its volumes stay', async () => {
    await page.goto(`/projects/${slug}/settings`);
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('dialog')).toContainText('Volumes stay');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.waitForURL('**/deployments/**');
    await expect(page.getByText('Succeeded')).toBeVisible({ timeout: RUN_MS });
    await expect(page.getByText('Not deployed')).toBeVisible();
  });
});

/** What the page has to load is there: nothing pulses any more. */
async function quiet(page: Page): Promise<void> {
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
}
