import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
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

async function withKpi(): Promise<{ useCaseId: string; kpiId: string }> {
  const { id } = await world.as('owner').useCase.create(NEW_USE_CASE);
  const kpi = await world.as('owner').kpi.create({ useCaseId: id, kpi: NEW_KPI });
  return { useCaseId: id, kpiId: kpi.id };
}

describe('a KPI', () => {
  it('says what its target is worth, and its state from its last sample', async () => {
    const { useCaseId, kpiId } = await withKpi();
    const owner = world.as('owner');
    const [fresh] = await owner.kpi.list({ useCaseId });
    expect(fresh).toMatchObject({
      key: 'share-of-bad-loans',
      state: 'NO_SAMPLES',
      valueOfTarget: '1958400.00',
      valueAtLast: null,
      realised: null,
      baseline: '28.2',
      target: '18',
    });
    await owner.kpi.addSample({ kpiId, value: '23.2', at: new Date('2026-05-20T00:00:00Z') });
    const [measured] = await owner.kpi.list({ useCaseId });
    expect(measured).toMatchObject({
      state: 'OFF_TARGET',
      valueAtLast: '960000.00',
      last: { value: '23.2' },
    });
    await owner.kpi.addSample({ kpiId, value: '18.5', at: new Date('2026-06-10T00:00:00Z') });
    expect((await owner.kpi.list({ useCaseId }))[0]).toMatchObject({ state: 'ON_TARGET' });
    world.clock.advanceDays(60);
    expect((await owner.kpi.list({ useCaseId }))[0]).toMatchObject({ state: 'LATE' });
    world.clock.advanceDays(-60);
  });

  it('is changed in its terms, keeps its key and its samples, and both are in the history', async () => {
    const { useCaseId, kpiId } = await withKpi();
    const owner = world.as('owner');
    await owner.kpi.addSample({ kpiId, value: '20', at: new Date('2026-06-01T00:00:00Z') });
    await owner.kpi.update({
      kpiId,
      version: 1,
      kpi: { ...NEW_KPI, name: 'Bad loans', key: 'another', target: '21' },
    });
    const [changed] = await owner.kpi.list({ useCaseId });
    expect(changed).toMatchObject({
      name: 'Bad loans',
      key: 'share-of-bad-loans',
      target: '21',
      state: 'ON_TARGET',
    });
    expect(changed?.samples).toHaveLength(1);
    const actions = (await owner.useCase.history({ useCaseId })).map((event) => event.action);
    expect(actions.sort()).toEqual(['kpi.created', 'kpi.measured', 'kpi.updated', 'use-case.created']);
  });

  it('is edited on the version that was seen: who comes second is told who was first, and nothing is lost', async () => {
    const { useCaseId, kpiId } = await withKpi();
    await world.as('admin').kpi.update({ kpiId, version: 1, kpi: { ...NEW_KPI, target: '17' } });
    const late = world.as('owner').kpi.update({ kpiId, version: 1, kpi: { ...NEW_KPI, target: '16' } });
    const failure = await failureOf(late);
    expect(failure).toMatchObject({ code: 'STALE_VERSION' });
    expect(failure.message).toContain('The admin changed Share of bad loans');
    expect((await world.as('owner').kpi.list({ useCaseId }))[0]).toMatchObject({ target: '17', version: 2 });
    await world.as('owner').kpi.update({ kpiId, version: 2, kpi: { ...NEW_KPI, target: '16' } });
    expect((await world.as('owner').kpi.list({ useCaseId }))[0]).toMatchObject({ target: '16', version: 3 });
  });

  it('has one of a key, and one value at a time', async () => {
    const { useCaseId, kpiId } = await withKpi();
    const owner = world.as('owner');
    expect(await failureOf(owner.kpi.create({ useCaseId, kpi: NEW_KPI }))).toMatchObject({
      code: 'CONFLICT',
      paths: ['name'],
    });
    const sample = { kpiId, value: '20', at: new Date('2026-06-01T00:00:00Z') };
    await owner.kpi.addSample(sample);
    expect(await failureOf(owner.kpi.addSample({ ...sample, value: '21' }))).toMatchObject({
      code: 'CONFLICT',
      paths: ['at'],
    });
  });

  it('takes no measurement from the future, nor a word for a number', async () => {
    const { kpiId } = await withKpi();
    const owner = world.as('owner');
    const future = { kpiId, value: '20', at: new Date('2027-01-01T00:00:00Z') };
    expect(await failureOf(owner.kpi.addSample(future))).toMatchObject({ code: 'VALIDATION', paths: ['at'] });
    const word = { kpiId, value: 'good', at: new Date('2026-06-01T00:00:00Z') };
    expect(await failureOf(owner.kpi.addSample(word))).toMatchObject({
      code: 'VALIDATION',
      paths: ['value'],
    });
  });
});
