import { STAGE_KEYS, type StageKey } from '@jalon/contracts';
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

async function current() {
  const { discountRate, stages } = await world.as('admin').valueSettings.get();
  const of = (key: StageKey) => stages.find(({ stage }) => stage.key === key)?.stage.reachProbability ?? '0';
  return {
    discountRate,
    reach: Object.fromEntries(STAGE_KEYS.map((key) => [key, of(key)])) as Record<StageKey, string>,
  };
}

describe('the assumptions of value', () => {
  it('change every figure that rests on them, and the change is in the audit log', async () => {
    const { number } = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    const before = await world.as('owner').useCase.get({ number });
    const was = await current();
    const wanted = { discountRate: '0.1', reach: { ...was.reach, idea: '0.2' } };
    await world.as('admin').valueSettings.save({ ...wanted, was });
    expect(await current()).toEqual(wanted);
    const after = await world.as('owner').useCase.get({ number });
    expect(after.estimate?.value.expected).toBe(before.estimate?.value.expected);
    const { pipeline } = await world.as('owner').portfolio.summary({});
    expect(pipeline.riskAdjusted).toBe((Number(before.estimate?.value.expected) * 0.2).toFixed(2));
    const event = await world.test.db.auditEvent.findFirstOrThrow({
      where: { action: 'setting.value-changed' },
    });
    expect(event.data).toEqual({
      changed: { discountRate: { from: '0.08', to: '0.1' }, idea: { from: '0.1', to: '0.2' } },
    });
  });

  it('make sense, or are refused with the field: between 0 and 1, never less likely in a later stage', async () => {
    const was = await current();
    const save = (over: Partial<typeof was>) =>
      failureOf(world.as('admin').valueSettings.save({ ...was, ...over, was }));
    expect(await save({ discountRate: '8' })).toMatchObject({ code: 'VALIDATION', paths: ['discountRate'] });
    expect(await save({ discountRate: '-0.1' })).toMatchObject({ paths: ['discountRate'] });
    expect(await save({ reach: { ...was.reach, idea: 'ten' } })).toMatchObject({ paths: ['reach.idea'] });
    expect(await save({ reach: { ...was.reach, prototyping: '0.05' } })).toMatchObject({
      paths: ['reach.prototyping'],
    });
    expect(await save({ reach: { ...was.reach, production: '0.9' } })).toMatchObject({
      paths: ['reach.production'],
    });
    expect(await current()).toEqual(was);
  });

  it('are edited on what was seen, by an admin alone', async () => {
    const was = await current();
    const next = { ...was, discountRate: '0.12', was };
    await world.as('admin').valueSettings.save(next);
    expect((await failureOf(world.as('admin').valueSettings.save(next))).code).toBe('STALE_VERSION');
    for (const person of ['owner', 'approver', 'engineer'] as const) {
      const { valueSettings } = world.as(person);
      expect((await failureOf(valueSettings.get())).code).toBe('FORBIDDEN');
      expect((await failureOf(valueSettings.save(next))).code).toBe('FORBIDDEN');
    }
  });

  it('stand beside what was seen in this installation', async () => {
    const { id } = await world.as('owner').useCase.create(NEW_USE_CASE);
    const seen = async () => {
      const { stages } = await world.as('admin').valueSettings.get();
      return stages.find(({ stage }) => stage.key === 'idea');
    };
    const before = await seen();
    const { db } = world.test;
    const production = await db.stage.findUniqueOrThrow({ where: { key: 'production' } });
    await db.useCase.update({ where: { id }, data: { stageId: production.id } });
    const after = await seen();
    expect([after?.settled, after?.reached]).toEqual([
      (before?.settled ?? 0) + 1,
      (before?.reached ?? 0) + 1,
    ]);
    const { stages } = await world.as('admin').portfolio.trackRecord({});
    const idea = stages.find(({ stage }) => stage.key === 'idea');
    expect(after).toMatchObject({ reached: idea?.reached, settled: idea?.settled });
  });
});
