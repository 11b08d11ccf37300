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
});
afterAll(() => world.close());

const make = (initiative: string, over: object = {}) =>
  world.as('owner').useCase.create({ ...NEW_USE_CASE, initiative, estimate: NEW_ESTIMATE, ...over });
const offered = async () => (await world.as('engineer').reference.portfolio()).initiatives;

describe('an initiative', () => {
  it('is made by its name, once whatever the case, and offered while a use case belongs to it', async () => {
    const first = await make(' Safe credit ');
    expect(first.initiative).toMatchObject({ name: 'Safe credit' });
    expect((await make('SAFE CREDIT')).initiative?.id).toBe(first.initiative?.id);
    expect((await make('Safe_credit')).initiative?.id).not.toBe(first.initiative?.id);
    expect((await make('')).initiative).toBeNull();
    expect((await offered()).map(({ name }) => name).sort()).toEqual(['Safe credit', 'Safe_credit']);
    const long = await failureOf(make('x'.repeat(81)));
    expect(long).toMatchObject({ code: 'VALIDATION', paths: ['initiative'] });
  });

  it('of two who name it at the same time is one', async () => {
    const both = await Promise.all([make('At once'), make('At once')]);
    expect(both[0]?.initiative).toEqual(both[1]?.initiative);
    expect(await world.test.db.initiative.count({ where: { name: 'At once' } })).toBe(1);
  });

  it('and a business unit are no other ones whose names have a letter where theirs have an underscore', async () => {
    const unit = async (businessUnit: string) => (await make('', { businessUnit })).businessUnit;
    const first = await unit('Retail east');
    expect(await unit('RETAIL EAST')).toEqual(first);
    expect((await unit('Retail_east')).name).toBe('Retail_east');
    const both = await Promise.all([unit('Both at once'), unit('Both at once')]);
    expect(both[0]).toEqual(both[1]);
  });

  it('changes by an edit, which the history tells and a second editor is told', async () => {
    const { id, number, version } = await make('Mistyped');
    const edit = { ...NEW_USE_CASE, id, version };
    await world.as('owner').useCase.update({ ...edit, initiative: 'Well typed' });
    const [event] = await world.as('owner').useCase.history({ useCaseId: id });
    expect(event?.data).toMatchObject({ changed: { initiative: { from: 'Mistyped', to: 'Well typed' } } });
    expect((await offered()).map(({ name }) => name)).not.toContain('Mistyped');
    const late = await failureOf(world.as('admin').useCase.update({ ...edit, initiative: 'Another' }));
    expect(late).toMatchObject({ code: 'STALE_VERSION', paths: ['initiative'] });
    await world.as('owner').useCase.update({ ...edit, version: 2 });
    expect((await world.as('owner').useCase.get({ number })).initiative).toBeNull();
  });

  it('goes with a copy, and is given to many at once', async () => {
    const { id } = await make('Copied');
    const copy = await world.as('approver').useCase.duplicate({ useCaseId: id, title: 'A copy of it' });
    expect(copy.initiative?.name).toBe('Copied');
    const made = [await make(''), await make('copied'), await make('Other')];
    const edits = made.map((one) => ({ id: one.id, version: one.version, patch: { initiative: 'Copied' } }));
    const { changed } = await world.as('owner').useCase.updateMany({ edits });
    expect(changed.map((one) => one.id).sort()).toEqual([made[0]?.id, made[2]?.id].sort());
    const again = await world.as('owner').useCase.get({ number: made[0]?.number ?? 0 });
    expect(again.initiative).toEqual(copy.initiative);
    const none = { id: again.id, version: again.version, patch: { initiative: '' } };
    await world.as('owner').useCase.updateMany({ edits: [none] });
    expect((await world.as('owner').useCase.get({ number: again.number })).initiative).toBeNull();
  });
});

describe('the filter by initiative', () => {
  it('narrows the list, its figures and its matrix alike', async () => {
    const { initiative } = await make('Narrow', { title: 'The narrow one' });
    const initiativeIds = [initiative?.id ?? ''];
    const caller = world.as('engineer');
    const { items, total } = await caller.useCase.list({ initiativeIds });
    expect([total, items.map(({ title }) => title)]).toEqual([1, ['The narrow one']]);
    expect(items[0]?.initiative).toEqual(initiative);
    expect((await caller.useCase.figures({ initiativeIds })).total).toBe(1);
    expect((await caller.useCase.matrix({ initiativeIds })).map(({ count }) => count)).toEqual([1]);
    expect(await failureOf(caller.useCase.list({ initiativeIds: ['x'] }))).toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('narrows the portfolio, today and as it was', async () => {
    const { id, version, initiative } = await make('Left later');
    const initiativeIds = [initiative?.id ?? ''];
    const total = async (asOf?: Date) =>
      (await world.as('owner').portfolio.summary({ initiativeIds, asOf: asOf?.toISOString() })).total;
    const before = await recordedMoment(world);
    expect(await total()).toBe(1);
    await world.as('owner').useCase.update({ ...NEW_USE_CASE, id, version });
    await recordedMoment(world);
    expect([await total(), await total(before)]).toEqual([0, 1]);
  });
});
