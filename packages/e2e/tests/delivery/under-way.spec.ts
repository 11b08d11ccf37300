import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { freePort } from '../../../../scripts/lib/ports.mjs';
import type { ApiClient } from '../../../../scripts/sample/api-client';
import { ensureSmallImage, expect, signedInAs, smallStack, test } from '../../support';

/** A deployment of one small service, on a busy machine. */
const DEPLOY_MS = 2 * 60_000;
/** What a tab may hold of a flood. */
const MOST_BYTES = 150_000_000;
const FLOOD_LINES = 30_000;

test.use({ storageState: async ({ browserName: _ }, use) => use(signedInAs('engineer')) });
test.beforeAll(ensureSmallImage);

/** A project with one small service of this Compose file, for this use case or for one that has none yet. */
async function projectWith(
  api: ApiClient,
  composeText: string,
  useCaseId?: string,
): Promise<{ slug: string; environmentId: string }> {
  const slug = `under-way-${randomBytes(3).toString('hex')}`;
  const [candidate] = useCaseId ? [] : await api.project.candidates.query();
  const { environmentId } = await api.project.create.mutate({
    useCaseId: useCaseId ?? candidate?.id ?? '',
    name: 'Under way',
    slug,
    start: { kind: 'COMPOSE', composeText },
  });
  const variables = { GREETING: 'hello', TOKEN: 'none', MODEL_PORT: String(await freePort()) };
  for (const [name, value] of Object.entries(variables))
    await api.variable.set.mutate({ environmentId, name, value, secret: false });
  return { slug, environmentId };
}

async function deploy(page: Page, slug: string): Promise<void> {
  await page.goto(`/projects/${slug}/stack`);
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deploy' }).click();
  await page.waitForURL('**/deployments/**');
}

test('a deployment that waits for health is cancelled', async ({ page, apiAs }) => {
  const { slug } = await projectWith(await apiAs('engineer'), smallStack('sleep 100000'));
  await deploy(page, slug);
  await expect(page.getByText('Wait until healthy')).toBeVisible({ timeout: DEPLOY_MS });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible({ timeout: DEPLOY_MS });
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
});

test('a service that crashes again and again is said to, to engineers and to owners', async ({
  page,
  browser,
  apiAs,
}) => {
  test.setTimeout(6 * 60_000);
  const api = await apiAs('engineer');
  // Healthy at first, so that the deployment succeeds.
  const crashing = 'mkdir -p /tmp/www; echo up > /tmp/www/index.html; sleep 4; exit 3';
  const composeText = smallStack(crashing).replace('init: true', 'init: true\n    restart: always');
  const useCase = await (await apiAs('owner')).useCase.create.mutate({
    title: 'Failures of pumps foreseen',
    businessUnit: 'Waterworks',
    benefitType: 'COST_REDUCTION',
  });
  const { slug } = await projectWith(api, composeText, useCase.id);
  await deploy(page, slug);
  await expect(page.getByText('Succeeded', { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
  await page.goto(`/projects/${slug}/stack`);
  const told = /web ends by itself and is started again, over and over/;
  await expect(page.getByText(told)).toBeVisible({ timeout: DEPLOY_MS });
  await expect(page.getByText('Keeps crashing')).toBeVisible();

  const context = await browser.newContext({ storageState: signedInAs('owner') });
  const owner = await context.newPage();
  await owner.goto(`/use-cases/${useCase.number}?tab=delivery`);
  await expect(owner.getByText('A service needs attention')).toBeVisible({ timeout: DEPLOY_MS });
  await context.close();
});

test('a flood of log lines leaves the tab alive, and says what it left out', async ({ page, apiAs }) => {
  test.setTimeout(6 * 60_000);
  const line = 'INFO request 0123456789 took 12 ms and ended with status 200';
  const flood = `mkdir -p /tmp/www; echo up > /tmp/www/index.html; while true; do yes "${line}" | head -n 2000; usleep 200000; done`;
  const { slug } = await projectWith(await apiAs('engineer'), smallStack(flood));
  await deploy(page, slug);
  await expect(page.getByText('Succeeded', { exact: true })).toBeVisible({ timeout: DEPLOY_MS });
  await page.goto(`/projects/${slug}/logs`);
  const log = page.getByRole('log', { name: 'Logs' });
  await expect(log).toContainText('took 12 ms');
  const devtools = await page.context().newCDPSession(page);
  const heapOf = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  // As many lines as nobody reads, by what the page itself says.
  await expect.poll(() => leftOut(page), { timeout: 3 * 60_000 }).toBeGreaterThan(FLOOD_LINES);
  expect(await heapOf()).toBeLessThan(MOST_BYTES);
  await page.getByRole('searchbox', { name: 'Search in the lines' }).fill('status 200');
  await expect(log).toContainText('status 200');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
});

/** Lines that the page says it has left out. */
async function leftOut(page: Page): Promise<number> {
  const [text = ''] = await page.getByText(/lines? left out/).allTextContents();
  return Number(text.replace(/[^0-9]/g, ''));
}
