import type { UseCasePatch } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, NEW_USE_CASE, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const REASON = 'Because the test says so.';
const make = (over: object = {}) => world.as('owner').useCase.create({ ...NEW_USE_CASE, ...over });
const get = (number: number) => world.as('engineer').useCase.get({ number });
const edits = (made: { id: string; version: number }[], patch: UseCasePatch) => ({
  edits: made.map(({ id, version }) => ({ id, version, patch })),
});

/** What the error says of each that was refused. */
async function refusalsOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (failure: { data: unknown }) => failure,
  );
  return error?.data;
}

describe('many at once', () => {
  it('are changed together, each with its event and what it was before', async () => {
    const made = [await make(), await make({ tags: ['routes'] })];
    const patch = { businessUnit: 'Elsewhere', sponsor: 'The board', addTags: ['routes'], risk: 5 };
    const { changed } = await world.as('owner').useCase.updateMany(edits(made, patch));
    expect(changed.map(({ version }) => version)).toEqual([2, 2]);
    const [first, second] = [await get(made[0]?.number ?? 0), await get(made[1]?.number ?? 0)];
    const fields = { businessUnit: { name: 'Elsewhere' }, sponsor: 'The board', risk: 5, version: 2 };
    expect(first).toMatchObject({ ...fields, tags: ['credit', 'routes'], feasibility: 4 });
    expect(second).toMatchObject({ ...fields, tags: ['routes'] });
    const [event] = await world.as('owner').useCase.history({ useCaseId: first.id });
    expect(event).toMatchObject({
      action: 'use-case.updated',
      actorName: 'The owner',
      data: { version: 2, changed: { tags: { from: ['credit'], to: ['credit', 'routes'] } } },
    });
    expect(await world.test.db.businessUnit.count({ where: { name: 'Elsewhere' } })).toBe(1);
  });

  it('lose tags, and get their old ones back by a second call', async () => {
    const made = [await make({ tags: ['a', 'b'] }), await make({ tags: ['b'] }), await make({ tags: ['c'] })];
    const { changed } = await world.as('owner').useCase.updateMany(edits(made, { removeTags: ['b'] }));
    expect(changed.map(({ id }) => id)).toEqual(made.slice(0, 2).map(({ id }) => id));
    expect((await get(made[0]?.number ?? 0)).tags).toEqual(['a']);
    const back = changed.map(({ id, version }) => {
      const tags = made.find((one) => one.id === id)?.tags ?? [];
      return { id, version, patch: { tags } };
    });
    await world.as('owner').useCase.updateMany({ edits: back });
    expect((await get(made[0]?.number ?? 0)).tags).toEqual(['a', 'b']);
    expect((await get(made[1]?.number ?? 0)).tags).toEqual(['b']);
    expect(await get(made[2]?.number ?? 0)).toMatchObject({ tags: ['c'], version: 1 });
  });

  it('are put on hold and restored for a reason; what is so already stays untouched', async () => {
    const made = [await make(), await make()];
    const hold: UseCasePatch = { turn: { action: 'HOLD', reason: REASON } };
    const { changed } = await world.as('owner').useCase.updateMany(edits(made, hold));
    expect(await get(made[0]?.number ?? 0)).toMatchObject({
      status: 'ON_HOLD',
      statusChange: { actorName: 'The owner', reason: REASON },
    });
    expect(await world.as('owner').useCase.updateMany(edits(changed, hold))).toEqual({ changed: [] });
    const restore: UseCasePatch = { turn: { action: 'RESTORE', reason: REASON } };
    await world.as('owner').useCase.updateMany(edits(changed, restore));
    const history = await world.as('owner').useCase.history({ useCaseId: made[0]?.id ?? '' });
    expect(history.map(({ action }) => action)).toEqual([
      'use-case.restored',
      'use-case.held',
      'use-case.created',
    ]);
  });

  it('are given to somebody else by an admin alone, and only to who can own them', async () => {
    const made = [await make(), await make()];
    const { approver, engineer, owner } = world.people;
    const to = (ownerId: string) => edits(made, { ownerId });
    expect(await failureOf(world.as('owner').useCase.updateMany(to(approver.userId)))).toMatchObject({
      code: 'FORBIDDEN',
      paths: ['ownerId'],
    });
    expect(await failureOf(world.as('admin').useCase.updateMany(to(engineer.userId)))).toMatchObject({
      code: 'VALIDATION',
      paths: ['ownerId'],
    });
    expect(await world.as('owner').useCase.updateMany(to(owner.userId))).toEqual({ changed: [] });
    await world.as('admin').useCase.updateMany(to(approver.userId));
    expect((await get(made[1]?.number ?? 0)).owner.name).toBe('The approver');
  });
});

describe('one that is refused', () => {
  it('refuses all: nothing is written, and it says who changed what', async () => {
    const [fresh, stale] = [await make(), await make()];
    await world.as('admin').useCase.updateMany(edits([stale], { risk: 5 }));
    const events = await world.test.db.auditEvent.count();
    const call = world.as('owner').useCase.updateMany(edits([fresh, stale], { businessUnit: 'Brand new' }));
    expect(await refusalsOf(call)).toMatchObject({
      code: 'STALE_VERSION',
      details: [{ path: `UC-${stale.number}`, code: 'STALE_VERSION', who: 'The admin' }],
    });
    expect(await get(fresh.number)).toMatchObject({ version: 1, businessUnit: { name: 'Retail credit' } });
    expect(await world.test.db.auditEvent.count()).toBe(events);
    expect(await world.test.db.businessUnit.count({ where: { name: 'Brand new' } })).toBe(0);
  });

  it('is named beside the others that are, each with its own reason', async () => {
    const [closed, foreign, full] = [
      await make(),
      await world.as('approver').useCase.create(NEW_USE_CASE),
      await make({ tags: Array.from({ length: 20 }, (_, index) => `tag ${index}`) }),
    ];
    const { id: useCaseId, version } = closed;
    await world.as('owner').useCase.changeLifecycle({ useCaseId, version, action: 'REJECT', reason: REASON });
    const call = world.as('owner').useCase.updateMany(edits([closed, foreign, full], { addTags: ['more'] }));
    expect(await refusalsOf(call)).toMatchObject({
      code: 'CONFLICT',
      details: [
        { path: `UC-${closed.number}`, code: 'CONFLICT' },
        { path: `UC-${foreign.number}`, code: 'FORBIDDEN', who: 'The approver' },
        { path: `UC-${full.number}`, code: 'VALIDATION' },
      ],
    });
    const restore: UseCasePatch = { turn: { action: 'RESTORE', reason: REASON } };
    const opened = world.as('admin').useCase.updateMany(edits([{ id: closed.id, version: 2 }], restore));
    expect((await failureOf(opened)).code).toBe('CONFLICT');
  });

  it('of two people at once, one wins whole', async () => {
    const made = [await make(), await make(), await make()];
    const codes = await Promise.all([
      failureOf(world.as('owner').useCase.updateMany(edits(made, { sponsor: 'First' }))),
      failureOf(world.as('admin').useCase.updateMany(edits([...made].reverse(), { sponsor: 'Second' }))),
    ]);
    expect(codes.map(({ code }) => code).sort()).toEqual(['OK', 'STALE_VERSION']);
    const sponsors = await Promise.all(made.map(async ({ number }) => (await get(number)).sponsor));
    expect(new Set(sponsors).size).toBe(1);
  });
});

it('asks for something to change, each use case once, at most two hundred', async () => {
  const made = await make();
  const call = (input: ReturnType<typeof edits>) => failureOf(world.as('owner').useCase.updateMany(input));
  const mixed: UseCasePatch = { risk: 1, turn: { action: 'HOLD', reason: REASON } };
  const wrong = [
    edits([], { risk: 1 }),
    edits([made, made], { risk: 1 }),
    edits([made], {}),
    edits([made], { tags: ['a'], addTags: ['b'] }),
    edits([made], mixed),
    edits([made], { turn: { action: 'HOLD', reason: ' ' } }),
    edits(
      Array.from({ length: 201 }, () => ({ id: crypto.randomUUID(), version: 1 })),
      { risk: 1 },
    ),
  ];
  for (const input of wrong) expect((await call(input)).code).toBe('VALIDATION');
  expect(await get(made.number)).toMatchObject({ version: 1, status: 'ACTIVE' });
});
