import { expect, expectAccessible, signedInAs, test } from '../../support';

const USE_CASES = 6;

test('“Needs you” shows a few of each kind, and the others when asked', async ({ browser, apiAs }, info) => {
  const tag = `needs-${info.retry}`;
  const api = await apiAs('commerce');
  for (let index = 1; index <= USE_CASES; index += 1) {
    await api.useCase.create.mutate({
      title: `Shelf ${index} refilled in time`,
      businessUnit: 'Shops',
      benefitType: 'REVENUE_GROWTH',
      tags: [tag],
    });
  }
  const context = await browser.newContext({ storageState: signedInAs('commerce') });
  const page = await context.newPage();
  await page.goto(`/portfolio?tag=${tag}`);
  const needs = page.getByRole('region', { name: 'Needs you' });

  await expect(needs.getByRole('listitem')).toHaveCount(4);
  const others = needs.getByRole('button', { name: '2 more like these' });
  await expect(others).toHaveAttribute('aria-expanded', 'false');
  await others.click();
  await expect(needs.getByRole('listitem')).toHaveCount(USE_CASES);
  await needs.getByRole('button', { name: 'Fewer' }).click();
  await expect(needs.getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page);

  await needs.getByRole('link').first().click();
  await page.waitForURL(/\/use-cases\/\d+\?tab=value$/);
  await context.close();
});
