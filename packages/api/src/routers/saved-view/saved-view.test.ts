import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, type Person, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

const QUERY = 'view=table&tag=credit&sort=title&order=asc&hide=owner,kpi';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const namesFor = async (person: Person) => (await world.as(person).savedView.list()).map(({ name }) => name);
const make = (person: Person, shared = false) =>
  world.as(person).savedView.create({ name: `View ${randomUUID()}`, query: QUERY, shared });

describe('a saved view', () => {
  it('is kept by name, for its owner alone until it is shared', async () => {
    const view = await make('owner');
    expect(view).toMatchObject({ query: QUERY, shared: false, mine: true, isDefault: false, version: 1 });
    expect(await namesFor('owner')).toContain(view.name);
    expect(await namesFor('approver')).not.toContain(view.name);
    expect(await namesFor('admin')).not.toContain(view.name);
    await world.as('owner').savedView.update({ ...view, shared: true });
    const seen = (await world.as('engineer').savedView.list()).find(({ id }) => id === view.id);
    expect(seen).toMatchObject({ mine: false, owner: { name: 'The owner' } });
  });

  it('has a name that its owner has not given yet, whatever the case', async () => {
    const { name } = await make('owner');
    const again = { name: name.toUpperCase(), query: QUERY };
    expect(await failureOf(world.as('owner').savedView.create(again))).toMatchObject({
      code: 'CONFLICT',
      paths: ['name'],
    });
    expect((await failureOf(world.as('approver').savedView.create(again))).code).toBe('OK');
    const other = await make('owner');
    expect((await failureOf(world.as('owner').savedView.update({ ...other, name }))).code).toBe('CONFLICT');
  });

  it('may differ from another in an underscore alone', async () => {
    await world.as('owner').savedView.create({ name: 'Value east', query: QUERY });
    const { code } = await failureOf(
      world.as('owner').savedView.create({ name: 'Value_east', query: QUERY }),
    );
    expect(code).toBe('OK');
  });

  it('is taken by one of two windows that save the same name at once', async () => {
    const view = { name: `Both ${randomUUID()}`, query: '' };
    const both = await Promise.all([1, 2].map(() => failureOf(world.as('owner').savedView.create(view))));
    expect(both.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'OK']);
  });

  it('is refused when it holds what is no query, or has no name', async () => {
    for (const query of ['view=table"><script>', 'a b', 'x'.repeat(2001)]) {
      const { code } = await failureOf(world.as('owner').savedView.create({ name: 'Bad', query }));
      expect(code).toBe('VALIDATION');
    }
    const { code } = await failureOf(world.as('owner').savedView.create({ name: ' ', query: '' }));
    expect(code).toBe('VALIDATION');
  });

  it('is not written over by who has not seen its last change', async () => {
    const view = await make('owner');
    await world.as('owner').savedView.update({ ...view, query: 'view=matrix' });
    const { code } = await failureOf(world.as('owner').savedView.update({ ...view, query: 'view=timeline' }));
    expect(code).toBe('STALE_VERSION');
    const now = (await world.as('owner').savedView.list()).find(({ id }) => id === view.id);
    expect(now).toMatchObject({ query: 'view=matrix', version: 2 });
  });

  it('ends at fifty for one person', async () => {
    const { userId: ownerId } = world.people.engineer;
    const data = Array.from({ length: 50 }, (_, n) => ({ ownerId, name: `Many ${n}`, query: '' }));
    await world.test.db.savedView.createMany({ data });
    expect((await failureOf(make('engineer'))).code).toBe('CONFLICT');
    await world.test.db.savedView.deleteMany({ where: { ownerId } });
  });
});

describe('the view that a list opens with', () => {
  it('is one for each person, own or shared, and goes with the view or its sharing', async () => {
    const view = await make('owner', true);
    const isDefaultFor = async (person: Person) =>
      (await world.as(person).savedView.list()).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    await world.as('approver').savedView.setDefault({ id: view.id });
    await world.as('owner').savedView.setDefault({ id: view.id });
    const other = await make('owner');
    await world.as('owner').savedView.setDefault({ id: other.id });
    expect(await isDefaultFor('owner')).toEqual([other.id]);
    expect(await isDefaultFor('approver')).toEqual([view.id]);
    await world.as('owner').savedView.update({ ...view, shared: false });
    expect(await world.test.db.defaultView.count({ where: { viewId: view.id } })).toBe(0);
    await world.as('owner').savedView.remove({ id: other.id });
    expect(await isDefaultFor('owner')).toEqual([]);
    await world.as('owner').savedView.setDefault({ id: view.id });
    await world.as('owner').savedView.setDefault({ id: null });
    expect(await isDefaultFor('owner')).toEqual([]);
  });
});

describe('who may change it', () => {
  const CALLS = {
    update: (person: Person, view: Awaited<ReturnType<typeof make>>) =>
      world.as(person).savedView.update({ ...view, name: `Other ${randomUUID()}` }),
    remove: (person: Person, view: Awaited<ReturnType<typeof make>>) =>
      world.as(person).savedView.remove({ id: view.id }),
    setDefault: (person: Person, view: Awaited<ReturnType<typeof make>>) =>
      world.as(person).savedView.setDefault({ id: view.id }),
  };
  const OWN: Record<Person, string> = {
    owner: 'OK',
    admin: 'NOT_FOUND',
    approver: 'NOT_FOUND',
    engineer: 'NOT_FOUND',
  };
  const SHARED: Record<Person, string> = {
    owner: 'OK',
    admin: 'OK',
    approver: 'FORBIDDEN',
    engineer: 'FORBIDDEN',
  };
  const ALL: Record<Person, string> = { owner: 'OK', admin: 'OK', approver: 'OK', engineer: 'OK' };
  const cells = (Object.keys(CALLS) as (keyof typeof CALLS)[]).flatMap((call) =>
    (Object.keys(OWN) as Person[]).flatMap((person) =>
      [false, true].map((shared) => ({ call, person, shared })),
    ),
  );
  it.each(cells)('$call by $person, shared: $shared', async ({ call, person, shared }) => {
    const expected = shared ? (call === 'setDefault' ? ALL : SHARED) : OWN;
    const view = await make('owner', shared);
    expect((await failureOf(CALLS[call](person, view))).code).toBe(expected[person]);
  });

  it('is nobody who is not signed in', async () => {
    const nobody = world.as(null).savedView;
    const view = await make('owner', true);
    for (const call of [
      nobody.list(),
      nobody.create({ name: 'Mine', query: '' }),
      nobody.update(view),
      nobody.remove({ id: view.id }),
      nobody.setDefault({ id: view.id }),
    ])
      expect((await failureOf(call)).code).toBe('UNAUTHENTICATED');
  });

  it('is in the audit log', async () => {
    const view = await make('owner', true);
    await world.as('admin').savedView.update({ ...view, name: `Renamed ${view.id}` });
    await world.as('owner').savedView.setDefault({ id: view.id });
    await world.as('owner').savedView.remove({ id: view.id });
    const events = await world.test.db.auditEvent.findMany({
      where: { subjectType: 'saved-view', subjectId: view.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      'saved-view.created The owner',
      'saved-view.updated The admin',
      'saved-view.made-default The owner',
      'saved-view.removed The owner',
    ]);
  });
});
