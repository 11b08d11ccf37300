import { randomUUID } from 'node:crypto';
import { DRAFTS_MOST } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, NEW_USE_CASE, type PortfolioWorld, portfolioWorld } from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const values = (title: string) => ({ title, estimate: { low: '', likely: 'one mill' } });

describe('a draft', () => {
  it('is kept as it was typed, for its author alone', async () => {
    const owner = world.as('owner');
    const id = randomUUID();
    expect(await owner.draft.save({ id, version: 0, values: values(' Half a title ') })).toEqual({
      version: 1,
      savedAt: world.clock.now(),
    });
    expect(await owner.draft.get({ id })).toMatchObject({
      title: 'Half a title',
      version: 1,
      values: values(' Half a title '),
    });
    for (const person of ['admin', 'approver'] as const) {
      const other = world.as(person);
      expect(await other.draft.list()).toEqual([]);
      expect((await failureOf(other.draft.get({ id }))).code).toBe('NOT_FOUND');
      const write = other.draft.save({ id, version: 1, values: values('Mine now') });
      expect((await failureOf(write)).code).toBe('NOT_FOUND');
      await other.draft.discard({ id });
    }
    expect(await owner.draft.list()).toEqual([{ id, title: 'Half a title', savedAt: world.clock.now() }]);
    expect((await failureOf(world.as('engineer').draft.list())).code).toBe('FORBIDDEN');
    expect((await failureOf(world.as(null).draft.list())).code).toBe('UNAUTHENTICATED');
  });

  it('says when another window was quicker, and loses neither text', async () => {
    const owner = world.as('owner');
    const id = randomUUID();
    await owner.draft.save({ id, version: 0, values: values('First window') });
    await owner.draft.save({ id, version: 1, values: values('Second window') });
    const late = owner.draft.save({ id, version: 1, values: values('First window, more') });
    expect((await failureOf(late)).code).toBe('STALE_VERSION');
    expect((await owner.draft.get({ id })).title).toBe('Second window');
    // The first save, sent a second time, makes no second draft.
    expect((await failureOf(owner.draft.save({ id, version: 0, values: values('Again') }))).code).toBe(
      'STALE_VERSION',
    );
    await owner.draft.discard({ id });
    const gone = owner.draft.save({ id, version: 2, values: values('Back') });
    expect((await failureOf(gone)).code).toBe('NOT_FOUND');
  });

  it('goes when the use case is made of it, and only then', async () => {
    const owner = world.as('owner');
    const id = randomUUID();
    await owner.draft.save({ id, version: 0, values: values('Soon') });
    const refused = owner.useCase.create({
      ...NEW_USE_CASE,
      ownerId: world.people.admin.userId,
      draftId: id,
    });
    expect((await failureOf(refused)).code).toBe('FORBIDDEN');
    expect((await owner.draft.get({ id })).title).toBe('Soon');
    await owner.useCase.create({ ...NEW_USE_CASE, draftId: id });
    expect((await failureOf(owner.draft.get({ id }))).code).toBe('NOT_FOUND');
  });

  it('is bounded, in size and in number', async () => {
    const approver = world.as('approver');
    const long = { title: 'x'.repeat(60_001) };
    const tooLong = approver.draft.save({ id: randomUUID(), version: 0, values: long });
    expect((await failureOf(tooLong)).code).toBe('VALIDATION');
    const made = Array.from({ length: DRAFTS_MOST + 1 }, () =>
      failureOf(approver.draft.save({ id: randomUUID(), version: 0, values: values('Many') })),
    );
    const codes = (await Promise.all(made)).map(({ code }) => code).sort();
    expect(codes.filter((code) => code !== 'OK')).toEqual(['CONFLICT']);
    expect(await approver.draft.list()).toHaveLength(DRAFTS_MOST);
  });
});
