import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
  await world.as('admin').exchangeRate.add({ currency: 'USD', day: '2026-04-01', rate: '0.9' });
});
afterAll(() => world.close());

const DOLLARS = { ...NEW_ESTIMATE, currency: 'USD' as const };

describe('rates', () => {
  it('are kept with who entered them; a later one for the same day counts, and the first stays', async () => {
    const { exchangeRate } = world.as('admin');
    await exchangeRate.add({ currency: 'GBP', day: '2026-04-01', rate: '1.5' });
    const rates = await exchangeRate.add({ currency: 'GBP', day: '2026-04-01', rate: '1.15' });
    expect(rates.filter(({ currency }) => currency === 'GBP')).toMatchObject([
      { day: '2026-04-01', rate: '1.15', author: 'The admin', replaced: false },
      { rate: '1.5', replaced: true },
    ]);
    const { db } = world.test;
    await expect(db.exchangeRate.updateMany({ data: { rate: 2 } })).rejects.toThrow();
    await expect(db.exchangeRate.deleteMany({})).rejects.toThrow();
  });

  it('belong to admins, and make sense', async () => {
    const input = { currency: 'USD' as const, day: '2026-05-01', rate: '0.9' };
    for (const person of ['owner', 'approver', 'engineer'] as const) {
      expect((await failureOf(world.as(person).exchangeRate.add(input))).code).toBe('FORBIDDEN');
      expect((await failureOf(world.as(person).exchangeRate.list())).code).toBe('FORBIDDEN');
    }
    const { exchangeRate } = world.as('admin');
    expect(await failureOf(exchangeRate.add({ ...input, rate: '0' }))).toMatchObject({ paths: ['rate'] });
    expect(await failureOf(exchangeRate.add({ ...input, currency: 'EUR' }))).toMatchObject({
      paths: ['currency'],
    });
  });
});

describe('figures in another currency', () => {
  it('are converted in every sum by the rate of the day, and stay in their own where they were entered', async () => {
    const before = await world.as('owner').portfolio.summary({});
    const { id: useCaseId, number } = await world
      .as('owner')
      .useCase.create({ ...NEW_USE_CASE, estimate: DOLLARS });
    const [estimate] = await world.as('owner').estimate.list({ useCaseId });
    expect(estimate).toMatchObject({ currency: 'USD', low: '900000.00', value: { expected: '1683333.33' } });
    const listed = await world.as('owner').useCase.get({ number });
    expect(listed.range).toMatchObject({ currency: 'EUR', low: '810000.00', likely: '1440000.00' });
    const after = await world.as('owner').portfolio.summary({});
    const grown = Number(after.pipeline.expected) - Number(before.pipeline.expected);
    expect(grown).toBeCloseTo(1_683_333.33 * 0.9, 1);
    // A later rate does not change what was estimated before.
    await world.as('admin').exchangeRate.add({ currency: 'USD', day: '2026-06-01', rate: '0.5' });
    expect((await world.as('owner').portfolio.summary({})).pipeline.expected).toBe(after.pipeline.expected);
    world.clock.advanceDays(1);
    const again = await world.as('owner').estimate.add({ useCaseId, estimate: DOLLARS });
    expect(again.currency).toBe('USD');
    expect((await world.as('owner').useCase.get({ number })).range?.low).toBe('450000.00');
  });

  it('are refused without a rate, naming the field and who enters it', async () => {
    const francs = { ...NEW_ESTIMATE, currency: 'CHF' as const };
    const { useCase } = world.as('owner');
    expect(await failureOf(useCase.create({ ...NEW_USE_CASE, estimate: francs }))).toMatchObject({
      code: 'RATE_MISSING',
      paths: ['currency'],
      message: expect.stringContaining('an admin enters it'),
    });
  });
});
