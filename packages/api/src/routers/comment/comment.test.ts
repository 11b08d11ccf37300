import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_USE_CASE,
  type Person,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
let useCaseId: string;
let number: number;
beforeAll(async () => {
  world = await portfolioWorld();
  ({ id: useCaseId, number } = await world.as('owner').useCase.create(NEW_USE_CASE));
});
afterAll(() => world.close());

const idOf = (person: Person): string => world.people[person].userId;
/** What waits unread for a person, in short; and they have read it then. */
async function told(person: Person): Promise<string[]> {
  const caller = world.as(person);
  const { items } = await caller.notification.list({ unreadOnly: true });
  if (items[0]) await caller.notification.markRead({ upTo: items[0].id });
  return items.map(({ kind, actor, excerpt }) => `${kind} by ${actor}: ${excerpt}`);
}

describe('a comment', () => {
  it('tells whom it names, and the owner, once each; nobody of their own doing', async () => {
    const text = 'Is the data there, @The engineer? And @the owner, by when?';
    const mentions = [idOf('engineer'), idOf('owner'), idOf('approver')];
    const made = await world.as('approver').comment.add({ useCaseId, text, mentions });
    expect(made.mentions.map(({ name }) => name)).toEqual(['The engineer', 'The owner']);
    expect(await told('engineer')).toEqual([`MENTION by The approver: ${text}`]);
    expect(await told('owner')).toEqual([`MENTION by The approver: ${text}`]);
    expect(await told('approver')).toEqual([]);
    await world.as('engineer').comment.add({ useCaseId, text: 'It is.' });
    expect(await told('owner')).toEqual(['COMMENT by The engineer: It is.']);
    await world.as('owner').comment.add({ useCaseId, text: 'Thank you.' });
    expect(await told('owner')).toEqual([]);
  });

  it('is edited by its author alone, who is told when it was edited elsewhere; the history says so', async () => {
    const { id } = await world.as('approver').comment.add({ useCaseId, text: 'Frist' });
    await told('owner');
    const edit = (person: Person, version: number, text = 'First, @The engineer') =>
      world.as(person).comment.edit({ commentId: id, version, text, mentions: [idOf('engineer')] });
    expect((await failureOf(edit('owner', 1))).code).toBe('FORBIDDEN');
    expect(await edit('approver', 1)).toMatchObject({ version: 2, mayEdit: true });
    expect((await failureOf(edit('approver', 1, 'Lost'))).code).toBe('STALE_VERSION');
    expect(await told('engineer')).toEqual(['MENTION by The approver: First, @The engineer']);
    // Named already: once is enough.
    await edit('approver', 2, 'First of all, @The engineer');
    expect(await told('engineer')).toEqual([]);
    const last = (await world.as('owner').comment.list({ useCaseId })).find((one) => one.id === id);
    expect(last).toMatchObject({ text: 'First of all, @The engineer', mayEdit: false, mayRemove: false });
    expect(last?.editedAt).toEqual(world.clock.now());
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(history.slice(0, 3).map(({ action }) => action)).toEqual([
      'comment.edited',
      'comment.edited',
      'comment.added',
    ]);
    expect(JSON.stringify(history)).not.toContain('Frist');
  });

  it('is removed without a trace of its text, and what it told people goes with it', async () => {
    const secret = 'The password is on the board, @The engineer';
    const { id } = await world
      .as('approver')
      .comment.add({ useCaseId, text: secret, mentions: [idOf('engineer')] });
    expect((await failureOf(world.as('owner').comment.remove({ commentId: id }))).code).toBe('FORBIDDEN');
    await world.as('admin').comment.remove({ commentId: id });
    expect((await failureOf(world.as('approver').comment.remove({ commentId: id }))).code).toBe('CONFLICT');
    const again = { commentId: id, version: 2, text: 'Back' };
    expect((await failureOf(world.as('approver').comment.edit(again))).code).toBe('CONFLICT');
    const last = (await world.as('engineer').comment.list({ useCaseId })).find((one) => one.id === id);
    expect(last).toMatchObject({ id, text: '', mentions: [], mayEdit: false, mayRemove: false });
    expect(await told('engineer')).toEqual([]);
    const kept = await world.test.db.$queryRaw<object[]>`SELECT data FROM "AuditEvent"`;
    expect(JSON.stringify(kept)).not.toContain('password');
  });

  it('names nobody who is locked out, nor by the beginning of a longer name', async () => {
    const gone = await world.test.db.user.create({
      data: {
        email: 'gone@test.invalid',
        name: 'The eng',
        role: 'ENGINEER',
        passwordHash: 'none',
        disabledAt: new Date(),
      },
    });
    const text = '@The engineers, see @The eng';
    const mentions = [gone.id, idOf('engineer')];
    expect((await world.as('owner').comment.add({ useCaseId, text, mentions })).mentions).toEqual([]);
    expect(await world.as('owner').comment.mentionable({ text: 'ENG' })).toEqual([
      { id: idOf('engineer'), name: 'The engineer' },
    ]);
  });
});

describe('notifications', () => {
  it('are read one by one, or all up to what was seen; a stranger’s is not found', async () => {
    for (const text of ['One', 'Two', 'Three', 'Four'])
      await world.as('engineer').comment.add({ useCaseId, text });
    const owner = world.as('owner');
    const first = await owner.notification.list({ limit: 2 });
    expect(first).toMatchObject({ unread: 4, items: [{ excerpt: 'Four' }, { excerpt: 'Three' }] });
    const rest = await owner.notification.list({ limit: 100, before: first.next ?? '' });
    expect(rest.items.map(({ excerpt }) => excerpt).slice(0, 2)).toEqual(['Two', 'One']);
    expect(rest.items.every(({ useCase }) => useCase.number === number)).toBe(true);
    const [four, three] = first.items;
    expect(await owner.notification.markRead({ id: four?.id ?? '' })).toEqual({ unread: 3 });
    const strange = world.as('engineer').notification.markRead({ id: three?.id ?? '' });
    expect((await failureOf(strange)).code).toBe('NOT_FOUND');
    expect(await owner.notification.markRead({ upTo: rest.items[0]?.id ?? '' })).toEqual({ unread: 1 });
    expect((await owner.notification.list({ unreadOnly: true })).items).toHaveLength(1);
    expect((await failureOf(world.as(null).notification.list({}))).code).toBe('UNAUTHENTICATED');
  });
});

describe('gates', () => {
  it('tell who may approve, then the owner what was decided, and of a finding whoever must see to it', async () => {
    const made = await world.as('owner').useCase.create({ ...NEW_USE_CASE, title: 'Gate and bell' });
    const caller = world.as('approver');
    for (const person of ['admin', 'owner', 'approver', 'engineer'] as const) await told(person);
    await world.as('owner').gate.request({ useCaseId: made.id, version: 1 });
    expect(await told('approver')).toEqual(['GATE_WAITING by The owner: ']);
    expect(await told('admin')).toEqual(['GATE_WAITING by The owner: ']);
    expect([await told('owner'), await told('engineer')]).toEqual([[], []]);
    await world.as('owner').estimate.add({
      useCaseId: made.id,
      estimate: {
        low: '1',
        likely: '2',
        high: '3',
        rampUpMonths: 1,
        startDate: '2026-09-01',
        horizonYears: 1,
      },
    });
    const { version, estimateId } = await caller.gate.get({ useCaseId: made.id });
    const finding = { severity: 'LOW' as const, ownerId: idOf('engineer'), dueDate: '2026-09-30' };
    await caller.gate.decide({
      useCaseId: made.id,
      version,
      estimateId,
      decision: 'CONDITIONAL_GO',
      rationale: 'Good enough to go on with.',
      findings: [{ title: 'Clean the data', ...finding }],
    });
    const { items } = await world.as('owner').notification.list({ unreadOnly: true });
    expect(items).toMatchObject([
      { kind: 'DECIDED', actor: 'The approver', data: { decision: 'CONDITIONAL_GO' } },
    ]);
    const engineer = await world.as('engineer').notification.list({ unreadOnly: true });
    expect(engineer.items).toMatchObject([
      { kind: 'FINDING', data: { title: 'Clean the data', dueDate: '2026-09-30' } },
    ]);
  });
});
