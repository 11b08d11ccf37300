import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type Person,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
let approver: string;
let engineer: string;
beforeAll(async () => {
  world = await portfolioWorld();
  approver = world.people.approver.userId;
  engineer = world.people.engineer.userId;
});
afterAll(() => world.close());

const make = (contributorIds?: string[], over: object = {}) =>
  world.as('owner').useCase.create({ ...NEW_USE_CASE, contributorIds, ...over });
const editOf = (made: { id: string; version: number }, over: object = {}) => ({
  ...NEW_USE_CASE,
  id: made.id,
  version: made.version,
  ...over,
});

/** Locks somebody out while something is done. */
async function without<T>(person: Person, action: () => Promise<T>): Promise<T> {
  const where = { id: world.people[person].userId };
  await world.test.db.user.update({ where, data: { disabledAt: world.clock.now() } });
  try {
    return await action();
  } finally {
    await world.test.db.user.update({ where, data: { disabledAt: null } });
  }
}

describe('contributors', () => {
  it('are people of any role, each once, and never the owner', async () => {
    const made = await make([engineer, approver, engineer, world.people.owner.userId]);
    expect(made.contributors).toEqual([
      { id: engineer, name: 'The engineer', active: true },
      { id: approver, name: 'The approver', active: true },
    ]);
    const [listed] = (await world.as('engineer').useCase.list({ text: `UC-${made.number}` })).items;
    expect(listed?.contributorIds).toEqual([engineer, approver]);
    const [event] = await world.as('owner').useCase.history({ useCaseId: made.id });
    expect(event?.data).toMatchObject({ contributors: ['The engineer', 'The approver'] });
    expect((await world.as('owner').reference.portfolio()).people.map(({ name }) => name)).toEqual([
      'The admin',
      'The approver',
      'The engineer',
      'The owner',
    ]);
  });

  it('must exist and not be locked out when they are added; who is there already stays, and is named', async () => {
    const refused = { code: 'VALIDATION', paths: ['contributorIds'] };
    expect(await failureOf(make(['0d9b9a52-9a9c-4a54-8a4e-0a9f0c9b1a11']))).toMatchObject(refused);
    expect(await failureOf(make(['nobody']))).toMatchObject({ code: 'VALIDATION' });
    const made = await make([approver]);
    await without('approver', async () => {
      expect(await failureOf(make([approver]))).toMatchObject(refused);
      const edit = editOf(made, { title: 'Renamed', contributorIds: [approver, engineer] });
      const saved = await world.as('owner').useCase.update(edit);
      expect(saved.contributors.map(({ name, active }) => [name, active])).toEqual([
        ['The approver', false],
        ['The engineer', true],
      ]);
      expect((await world.as('owner').reference.portfolio()).people.map(({ id }) => id)).not.toContain(
        approver,
      );
    });
    const nobody = world.test.db.useCase.update({
      where: { id: made.id },
      data: { contributorIds: ['0d9b9a52-9a9c-4a54-8a4e-0a9f0c9b1a11'] },
    });
    await expect(nobody).rejects.toThrow(/Foreign key|not a person/i);
  });

  it('are changed by the owner or an admin, left alone by an edit that does not name them, and told of in the history', async () => {
    const made = await make([approver]);
    const second = await world.as('admin').useCase.update(editOf(made, { contributorIds: [engineer] }));
    expect(second.contributors.map(({ id }) => id)).toEqual([engineer]);
    const [event] = await world.as('owner').useCase.history({ useCaseId: made.id });
    expect(event).toMatchObject({
      actorName: 'The admin',
      data: {
        changed: { contributorIds: { from: [approver], to: [engineer] } },
        added: ['The engineer'],
        removed: ['The approver'],
      },
    });
    const third = await world.as('owner').useCase.update(editOf(second, { title: 'Renamed' }));
    expect(third.contributors.map(({ id }) => id)).toEqual([engineer]);
    const late = world.as('owner').useCase.update(editOf(made, { contributorIds: [] }));
    expect(await failureOf(late)).toMatchObject({ code: 'STALE_VERSION' });
    expect((await failureOf(late)).paths.sort()).toEqual(['contributorIds', 'title']);
  });

  it('are not copied, and lose whoever becomes the owner', async () => {
    const made = await make([approver, engineer]);
    const copy = await world.as('owner').useCase.duplicate({ useCaseId: made.id, title: 'A copy of it' });
    expect(copy.contributors).toEqual([]);
    const given = await world.as('admin').useCase.update(editOf(made, { ownerId: approver }));
    expect(given.contributors.map(({ id }) => id)).toEqual([engineer]);
    const other = await make([approver, engineer]);
    const { id, version } = other;
    await world.as('admin').useCase.updateMany({ edits: [{ id, version, patch: { ownerId: approver } }] });
    const got = await world.as('owner').useCase.get({ number: other.number });
    expect([got.owner.id, got.contributorIds]).toEqual([approver, [engineer]]);
  });
});

describe('a contributor', () => {
  it('edits fields and KPIs, and neither estimates, gives away, nor says who contributes', async () => {
    const made = await make([approver], { kpi: NEW_KPI });
    const mine = await world.as('approver').useCase.get({ number: made.number });
    expect(mine.rights).toMatchObject({
      ...{ edit: true, kpi: true, contributors: false, estimate: false },
      ...{ decide: true, approve: true, lifecycle: [] },
    });
    const saved = await world
      .as('approver')
      .useCase.update(editOf(made, { title: 'By a contributor', contributorIds: [approver] }));
    expect(saved).toMatchObject({ title: 'By a contributor', version: 2 });
    const refused = { code: 'FORBIDDEN', paths: ['contributorIds'] };
    const update = (over: object) => failureOf(world.as('approver').useCase.update(editOf(saved, over)));
    expect(await update({ contributorIds: [] })).toMatchObject(refused);
    expect(await update({ contributorIds: [approver, engineer] })).toMatchObject(refused);
    expect(await update({ ownerId: approver })).toMatchObject({ code: 'FORBIDDEN', paths: ['ownerId'] });
    const estimate = world.as('approver').estimate.add({ useCaseId: made.id, estimate: NEW_ESTIMATE });
    expect(await failureOf(estimate)).toMatchObject({ code: 'FORBIDDEN' });
    const kpi = { useCaseId: made.id, kpi: { ...NEW_KPI, name: 'Another KPI' } };
    expect((await failureOf(world.as('approver').kpi.create(kpi))).code).toBe('OK');
  });

  it('turns no life of it, neither alone nor among many', async () => {
    const made = await make([approver]);
    const { id, version } = made;
    const turn = { action: 'HOLD' as const, reason: 'Because the test says so.' };
    const one = world.as('approver').useCase.changeLifecycle({ useCaseId: id, version, ...turn });
    expect((await failureOf(one)).code).toBe('FORBIDDEN');
    const edits = (patch: object) => ({ edits: [{ id, version, patch }] });
    const many = world.as('approver').useCase.updateMany(edits({ turn }));
    expect(await failureOf(many)).toMatchObject({ code: 'FORBIDDEN', paths: [`UC-${made.number}`] });
    const risk = await world.as('approver').useCase.updateMany(edits({ risk: 5 }));
    expect(risk.changed).toEqual([{ id, version: 2 }]);
  });

  it('does no more than their role allows: an engineer writes the KPIs, not the fields', async () => {
    const made = await make([engineer]);
    const { rights } = await world.as('engineer').useCase.get({ number: made.number });
    expect(rights).toMatchObject({ edit: false, kpi: true, contributors: false });
    const kpi = { useCaseId: made.id, kpi: NEW_KPI };
    expect((await failureOf(world.as('engineer').kpi.create(kpi))).code).toBe('OK');
    const stranger = world.as('engineer').kpi.create({ ...kpi, useCaseId: (await make()).id });
    expect((await failureOf(stranger)).code).toBe('FORBIDDEN');
  });

  it('is told of comments as its owner is', async () => {
    const made = await make([approver, engineer]);
    const unread = async (person: Person) => {
      const { items } = await world.as(person).notification.list({ unreadOnly: true });
      return items.filter(({ useCase }) => useCase?.number === made.number).map(({ kind }) => kind);
    };
    const text = 'What does @The engineer say?';
    await world.as('approver').comment.add({ useCaseId: made.id, text, mentions: [engineer] });
    expect(await Promise.all((['owner', 'engineer', 'approver'] as const).map(unread))).toEqual([
      ['COMMENT'],
      ['MENTION'],
      [],
    ]);
    await world.as('owner').comment.add({ useCaseId: made.id, text: 'Nothing yet.' });
    expect(await unread('approver')).toEqual(['COMMENT']);
  });
});
