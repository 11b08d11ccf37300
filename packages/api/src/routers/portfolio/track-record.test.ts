import { loadSamplePortfolio } from '@jalon/core/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const daysAgo = (days: number): Date => new Date(world.clock.now().getTime() - days * 86_400_000);

describe('the track record of the portfolio', () => {
  it('of nothing says that nothing is known', async () => {
    const found = await world.as('owner').portfolio.trackRecord({});
    expect(found.stages).toHaveLength(5);
    expect(found.stages[0]).toMatchObject({ entered: 0, decided: 0, medianDays: null, settled: 0 });
    expect(found.accuracy).toMatchObject({
      all: { useCases: 0, ratio: null },
      units: [],
      owners: [],
      unknown: 0,
    });
  });

  it('holds the estimate of the GO against what was measured, whatever was estimated since', async () => {
    const owner = world.as('owner');
    world.clock.advanceDays(-100);
    const flat = { ...NEW_ESTIMATE, low: '960000', likely: '960000', high: '960000', rampUpMonths: 0 };
    const estimate = { ...flat, startDate: '2026-01-01' };
    const made = await owner.useCase.create({ ...NEW_USE_CASE, tags: ['judged'], estimate, kpi: NEW_KPI });
    world.clock.advanceDays(100);
    const stage = await world.test.db.stage.findUniqueOrThrow({ where: { key: 'production' } });
    await world.test.db.useCase.update({
      where: { id: made.id },
      data: { stageId: stage.id, stageSince: daysAgo(90) },
    });
    const kpiId = made.kpis[0]?.id ?? '';
    const before = await owner.portfolio.trackRecord({ tag: 'judged' });
    expect(before.accuracy).toMatchObject({ all: { useCases: 0 }, unknown: 1 });
    // Five points better than the baseline, a point worth 240,000 a year, 80 % of it: as foreseen.
    for (const days of [60, 30]) await owner.kpi.addSample({ kpiId, value: '23.2', at: daysAgo(days) });
    await owner.estimate.add({ useCaseId: made.id, estimate: NEW_ESTIMATE });
    const { accuracy, stages } = await owner.portfolio.trackRecord({ tag: 'judged' });
    expect(accuracy.all).toMatchObject({ useCases: 1, days: 60 });
    expect(Number(accuracy.all.ratio)).toBeCloseTo(1, 1);
    expect(accuracy.units).toMatchObject([{ name: 'Retail credit', useCases: 1 }]);
    expect(accuracy.owners).toMatchObject([{ name: 'The owner', useCases: 1 }]);
    expect(accuracy.unknown).toBe(0);
    expect(stages[0]).toMatchObject({ entered: 1, advanced: 1, medianDays: 10, reached: 1, settled: 1 });
  });

  it('tells of the sample how its stages are left, as of a past day too', async () => {
    await loadSamplePortfolio(world.core, {
      ownerId: world.people.owner.userId,
      approverId: world.people.approver.userId,
    });
    const owner = world.as('owner');
    const { stages, accuracy } = await owner.portfolio.trackRecord({});
    const [idea] = stages;
    expect(idea?.stage.reachProbability).toBe('0.1');
    expect(idea?.entered).toBe(17);
    expect(idea?.settled).toBeLessThan(idea?.decided ?? 0);
    expect(accuracy.all.useCases).toBeGreaterThan(2);
    expect(accuracy.units.reduce((sum, unit) => sum + unit.useCases, 0)).toBe(accuracy.all.useCases);
    const past = await owner.portfolio.trackRecord({ asOf: '2025-06-15' });
    expect(past.stages[0]?.entered).toBeLessThan(idea?.entered ?? 0);
    expect(await failureOf(owner.portfolio.trackRecord({ asOf: '2126-01-01' }))).toMatchObject({
      code: 'VALIDATION',
    });
  });
});
