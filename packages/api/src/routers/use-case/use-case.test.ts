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

const fieldsOf = (title: string, version: number, id: string) => ({ ...NEW_USE_CASE, title, version, id });

describe('a new use case', () => {
  it('is saved with its estimate and its KPI, and says what it is worth', async () => {
    const made = await world
      .as('owner')
      .useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, kpi: NEW_KPI });
    expect(made).toMatchObject({
      number: 1,
      stage: { key: 'idea', name: { fr: 'Idée' } },
      status: 'ACTIVE',
      version: 1,
      owner: { name: 'The owner' },
      range: { low: '900000.00', expected: '1683333.33' },
      kpis: [{ key: 'share-of-bad-loans', state: 'NO_SAMPLES' }],
      kpiState: 'NO_SAMPLES',
      rights: { edit: true, decide: true, approve: false },
    });
    expect(made.estimate?.value).toMatchObject({
      spread: '316666.67',
      reachProbability: '0.1',
      riskAdjusted: '168333.33',
      discountRate: '0.08',
    });
    expect(await world.as('engineer').useCase.get({ number: made.number })).toMatchObject({
      id: made.id,
      rights: { edit: false, decide: false, kpi: false },
    });
  });

  it('is nothing at all when one part of it is wrong', async () => {
    const before = await world.test.db.useCase.count();
    const units = await world.test.db.businessUnit.count();
    const wrong = { ...NEW_ESTIMATE, low: '2000000' };
    const call = world
      .as('owner')
      .useCase.create({ ...NEW_USE_CASE, businessUnit: 'Elsewhere', estimate: wrong });
    expect(await failureOf(call)).toMatchObject({ code: 'LOW_ABOVE_LIKELY', paths: ['low'] });
    const stranger = world.as('owner').useCase.create({
      ...NEW_USE_CASE,
      businessUnit: 'Elsewhere',
      ownerId: world.people.approver.userId,
    });
    expect(await failureOf(stranger)).toMatchObject({ code: 'FORBIDDEN', paths: ['ownerId'] });
    expect(await world.test.db.useCase.count()).toBe(before);
    expect(await world.test.db.businessUnit.count()).toBe(units);
  });

  it('may be given to somebody else by an admin, but not to an engineer', async () => {
    const { approver, engineer } = world.people;
    const made = await world.as('admin').useCase.create({ ...NEW_USE_CASE, ownerId: approver.userId });
    expect(made.owner.id).toBe(approver.userId);
    const call = world.as('admin').useCase.create({ ...NEW_USE_CASE, ownerId: engineer.userId });
    expect(await failureOf(call)).toMatchObject({ code: 'VALIDATION', paths: ['ownerId'] });
  });
});

describe('an edit', () => {
  it('is refused on an older version, and says who changed what', async () => {
    const { id, version } = await world.as('owner').useCase.create(NEW_USE_CASE);
    const saved = await world.as('admin').useCase.update({ ...fieldsOf('Renamed', version, id), risk: 5 });
    expect(saved).toMatchObject({ title: 'Renamed', risk: 5, version: 2, owner: { name: 'The owner' } });
    const late = await failureOf(world.as('owner').useCase.update(fieldsOf('Mine', version, id)));
    expect(late.code).toBe('STALE_VERSION');
    expect(late.message).toContain('The admin changed risk, title of UC-');
    expect(late.paths.sort()).toEqual(['risk', 'title']);
    expect(await world.as('owner').useCase.get({ number: saved.number })).toMatchObject({ title: 'Renamed' });
  });

  it('of two at once, lets one win', async () => {
    const { id, version } = await world.as('owner').useCase.create(NEW_USE_CASE);
    const both = await Promise.all([
      failureOf(world.as('owner').useCase.update(fieldsOf('First', version, id))),
      failureOf(world.as('admin').useCase.update(fieldsOf('Second', version, id))),
    ]);
    expect(both.map((result) => result.code).sort()).toEqual(['OK', 'STALE_VERSION']);
  });

  it('that changes nothing writes nothing', async () => {
    const { id, version } = await world.as('owner').useCase.create(NEW_USE_CASE);
    const same = await world.as('owner').useCase.update({ ...NEW_USE_CASE, id, version });
    expect(same.version).toBe(version);
    expect(await world.as('owner').useCase.history({ useCaseId: id })).toHaveLength(1);
  });

  it('is found in the history, with what it was before', async () => {
    const { id, version } = await world.as('owner').useCase.create(NEW_USE_CASE);
    await world.as('owner').useCase.update({ ...fieldsOf('Renamed', version, id) });
    const [latest, first] = await world.as('engineer').useCase.history({ useCaseId: id });
    expect(latest).toMatchObject({
      action: 'use-case.updated',
      actorName: 'The owner',
      data: { version: 2, changed: { title: { from: NEW_USE_CASE.title, to: 'Renamed' } } },
    });
    expect(first?.action).toBe('use-case.created');
  });
});

describe('the list', () => {
  it('filters, searches and sorts', async () => {
    const caller = world.as('owner');
    const make = (title: string, over: object) => caller.useCase.create({ ...NEW_USE_CASE, title, ...over });
    const small = { ...NEW_ESTIMATE, low: '1', likely: '2', high: '3' };
    await make('Zebra routes', {
      businessUnit: 'Logistics',
      tags: ['listed', 'routes'],
      estimate: NEW_ESTIMATE,
    });
    await make('apple 100%_forecast', { businessUnit: 'logistics', tags: ['listed'], estimate: small });
    await make('Mango prices', { benefitType: 'REVENUE_GROWTH', tags: ['listed'] });
    const titles = async (input: Parameters<typeof caller.useCase.list>[0]) =>
      (await caller.useCase.list({ tag: 'listed', ...input })).items.map((item) => item.title);
    const all = { tag: 'listed', sort: 'title', descending: false } as const;
    expect(await titles(all)).toEqual(['apple 100%_forecast', 'Mango prices', 'Zebra routes']);
    expect(await titles({ sort: 'expected', descending: true })).toEqual([
      'Zebra routes',
      'apple 100%_forecast',
      'Mango prices',
    ]);
    expect(await titles({ benefitType: 'REVENUE_GROWTH' })).toEqual(['Mango prices']);
    expect(await titles({ text: '100%_f' })).toEqual(['apple 100%_forecast']);
    expect(await titles({ text: '%' })).toEqual(['apple 100%_forecast']);
    expect(await titles({ stages: ['production'] })).toEqual([]);
    expect(await titles({ statuses: ['REJECTED'] })).toEqual([]);
    const first = await caller.useCase.list({ ...all, limit: 1 });
    const { items, total } = await caller.useCase.list({ ...all, limit: 1, cursor: first.nextCursor });
    expect([items.length, total, items[0]?.title]).toEqual([1, 3, 'Mango prices']);
    expect(await titles({ text: `UC-${items[0]?.number}` })).toEqual(['Mango prices']);
    const logistics = await world.test.db.businessUnit.findMany({ where: { name: 'Logistics' } });
    expect(await titles({ businessUnitIds: logistics.map((unit) => unit.id) })).toHaveLength(2);
    expect(await titles({ ownerIds: [world.people.engineer.userId] })).toEqual([]);
  });
});
