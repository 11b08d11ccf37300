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
});
afterAll(() => world.close());

describe('an estimate', () => {
  it('is added beside the earlier ones, newest first, in the stage it was made in', async () => {
    const { id, number } = await world
      .as('owner')
      .useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    world.clock.advanceDays(30);
    const better = { ...NEW_ESTIMATE, low: '1200000.50', confidence: 'HIGH' as const };
    const added = await world.as('owner').estimate.add({ useCaseId: id, estimate: better });
    expect(added).toMatchObject({
      low: '1200000.50',
      stage: 'idea',
      author: 'The owner',
      confidence: 'HIGH',
    });
    expect(added.value.expected).toBe('1733333.42');
    const history = await world.as('approver').estimate.list({ useCaseId: id });
    expect(history.map((entry) => entry.low)).toEqual(['1200000.50', '900000.00']);
    expect(history[0]?.value.cashFlow.map((year) => year.year)).toEqual([0, 1, 2, 3]);
    expect((await world.as('owner').useCase.get({ number })).range?.low).toBe('1200000.50');
  });

  it('that was followed by another keeps the discount rate and the probability of its day', async () => {
    const { db } = world.test;
    const { id } = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    world.clock.advanceDays(1);
    await world.as('owner').estimate.add({ useCaseId: id, estimate: NEW_ESTIMATE });
    const before = await world.as('owner').estimate.list({ useCaseId: id });
    await db.setting.update({ where: { key: 'discountRate' }, data: { value: '0.15' } });
    await db.stage.update({ where: { key: 'idea' }, data: { reachProbability: 0.3 } });
    const [newest, first] = await world.as('owner').estimate.list({ useCaseId: id });
    expect(first).toEqual(before[1]);
    expect(newest?.value).toMatchObject({ discountRate: '0.15', reachProbability: '0.3' });
    await db.setting.update({ where: { key: 'discountRate' }, data: { value: '0.08' } });
    await db.stage.update({ where: { key: 'idea' }, data: { reachProbability: 0.1 } });
  });

  it('out of order is refused, and the last one stands', async () => {
    const { id } = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    const wrong = { ...NEW_ESTIMATE, low: '1700000' };
    const failure = await failureOf(world.as('owner').estimate.add({ useCaseId: id, estimate: wrong }));
    expect(failure).toMatchObject({ code: 'LOW_ABOVE_LIKELY', paths: ['low'] });
    expect(failure.message).toContain('Lower it');
    expect(await world.as('owner').estimate.list({ useCaseId: id })).toHaveLength(1);
  });

  it('is never rewritten: the database itself refuses', async () => {
    const { id } = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    const { db } = world.test;
    await expect(
      db.valueEstimate.updateMany({ where: { useCaseId: id }, data: { low: '1' } }),
    ).rejects.toThrow();
    await expect(db.valueEstimate.deleteMany({ where: { useCaseId: id } })).rejects.toThrow();
    await expect(db.useCase.delete({ where: { id } })).rejects.toThrow();
    expect((await world.as('owner').estimate.list({ useCaseId: id }))[0]?.low).toBe('900000.00');
  });
});
