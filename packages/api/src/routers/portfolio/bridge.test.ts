import type { PortfolioBridge, PortfolioSummary } from '@jalon/contracts';
import { loadSamplePortfolio } from '@jalon/core/sample';
import { sumMoney } from '@jalon/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
  recordedMoment,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
  await loadSamplePortfolio(world.core, {
    ownerId: world.people.owner.userId,
    approverId: world.people.approver.userId,
  });
});
afterAll(() => world.close());

const figureOf = ({ production, pipeline }: PortfolioSummary): string =>
  sumMoney([production.riskAdjusted, pipeline.riskAdjusted]);

const numbersOf = (bridge: PortfolioBridge, cause: string): number[] =>
  (bridge.causes.find((entry) => entry.cause === cause)?.useCases ?? []).map(({ number }) => number).sort();

describe('the bridge of the portfolio', () => {
  it('leads from one summary to the other, to the cent, whatever the days and the filter', async () => {
    const owner = world.as('owner');
    const { businessUnits } = await owner.reference.portfolio();
    const unit = businessUnits.find(({ name }) => name === 'Manufacturing');
    for (const filter of [
      {},
      { businessUnitIds: [unit?.id ?? ''] },
      { benefitType: 'REVENUE_GROWTH' as const },
    ]) {
      for (const [from, to] of [
        ['2023-01-01', '2026-06-15'],
        ['2025-03-31', '2025-12-31'],
        ['2026-03-31', '2026-06-14'],
      ] as const) {
        const bridge = await owner.portfolio.bridge({ ...filter, from, to });
        expect(bridge.start).toBe(figureOf(await owner.portfolio.summary({ ...filter, asOf: from })));
        expect(bridge.end).toBe(figureOf(await owner.portfolio.summary({ ...filter, asOf: to })));
        expect(sumMoney([bridge.start, ...bridge.causes.map(({ amount }) => amount)])).toBe(bridge.end);
      }
    }
  });

  it('begins at the end of the last quarter, ends now, and names what happened to whom', async () => {
    const owner = world.as('owner');
    const bridge = await owner.portfolio.bridge({});
    expect(bridge.from).toEqual(new Date('2026-03-31T23:59:59.999Z'));
    expect(bridge.to).toEqual(world.clock.now());
    expect(bridge.end).toBe(figureOf(await owner.portfolio.summary({})));
    // Credit scoring was estimated anew and had its gate since; it is number 1.
    expect(numbersOf(bridge, 'REESTIMATED')).toContain(1);
    expect(numbersOf(bridge, 'ADVANCED')).toContain(1);
    expect(numbersOf(bridge, 'NEW').length).toBeGreaterThan(0);
  });

  it('tells another probability as an assumption', async () => {
    const owner = world.as('owner');
    const { db } = world.test;
    const from = (await recordedMoment(world)).toISOString();
    world.clock.advanceDays(1);
    await db.stage.update({ where: { key: 'packaging' }, data: { reachProbability: 0.9 } });
    const bridge = await owner.portfolio.bridge({ from });
    expect(bridge.causes.map(({ cause }) => cause)).toEqual(['ASSUMPTIONS']);
    expect(bridge.causes[0]?.amount).toBe(bridge.change);
    expect(Number(bridge.change)).toBeGreaterThan(0);
  });

  it('names fifty use cases of a cause, the largest, counts all of them, and shows each change at once', async () => {
    const owner = world.as('owner');
    const newOf = async () =>
      (await owner.portfolio.bridge({ tag: 'many' })).causes.find(({ cause }) => cause === 'NEW');
    expect(await newOf()).toBeUndefined();
    const make = (likely: number) =>
      owner.useCase.create({
        ...NEW_USE_CASE,
        tags: ['many'],
        estimate: { ...NEW_ESTIMATE, low: '0', likely: String(likely), high: '900000' },
      });
    for (let n = 1; n <= 52; n += 1) await make(n * 1000);
    const found = await newOf();
    expect(found?.count).toBe(52);
    expect(found?.useCases).toHaveLength(50);
    const amounts = found?.useCases.map(({ amount }) => Number(amount)) ?? [];
    expect(amounts).toEqual([...amounts].sort((left, right) => right - left));
    expect(Number(found?.amount)).toBeGreaterThan(amounts.reduce((sum, amount) => sum + amount, 0));
  });

  it('refuses a start that is to come, or after its end', async () => {
    const bridge = (from: string, to?: string) => failureOf(world.as('owner').portfolio.bridge({ from, to }));
    expect(await bridge('2026-03-31', '2026-01-01')).toMatchObject({ code: 'VALIDATION', paths: ['from'] });
    expect(await bridge('2126-03-31')).toMatchObject({ code: 'VALIDATION', paths: ['from'] });
    expect(await bridge('2026-01-01', '2126-03-31')).toMatchObject({ code: 'VALIDATION', paths: ['to'] });
  });
});
