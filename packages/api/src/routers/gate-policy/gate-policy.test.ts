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
  const { versions } = await world.as('admin').gatePolicy.get({ from: 'idea' });
  const [first] = versions;
  if (!first) throw new Error('The gates are seeded');
  const { enforcement, selfApproval, approvals, items, everyMonths } = first;
  return { first, content: { enforcement, selfApproval, approvals, items, everyMonths } };
}

const QUESTION = {
  key: 'who-decides',
  kind: 'TEXT' as const,
  title: { en: 'Who decides with it', fr: 'Qui décide avec' },
  hint: null,
  required: true,
};

describe('the policies of the gates', () => {
  it('are seeded, one for each gate and one that comes back', async () => {
    const list = await world.as('admin').gatePolicy.list();
    expect(list.map(({ from, to, current: now }) => [from.key, to.key, now.number, now.items])).toEqual([
      ['idea', 'proof-of-concept', 1, 5],
      ['proof-of-concept', 'prototyping', 1, 4],
      ['prototyping', 'packaging', 1, 6],
      ['packaging', 'production', 1, 9],
      ['production', 'production', 1, 4],
    ]);
  });

  it('are edited as a draft, published once, and never changed after', async () => {
    const { useCaseId, version } = await underReview();
    const { content } = await current();
    const wanted = { ...content, items: [...content.items, QUESTION] };
    const drafted = await world
      .as('admin')
      .gatePolicy.saveDraft({ from: 'idea', revision: 0, content: wanted });
    expect(drafted.versions[0]).toMatchObject({
      number: 2,
      published: false,
      revision: 1,
      author: 'The admin',
    });
    const save = (revision: number) =>
      failureOf(world.as('admin').gatePolicy.saveDraft({ from: 'idea', revision, content: wanted }));
    expect((await save(0)).code).toBe('STALE_VERSION');
    expect((await save(1)).code).toBe('OK');
    const publish = (revision: number) =>
      failureOf(world.as('admin').gatePolicy.publish({ from: 'idea', revision, note: 'Ask who decides' }));
    expect((await publish(1)).code).toBe('STALE_VERSION');
    expect((await publish(2)).code).toBe('OK');
    expect((await publish(2)).code).toBe('CONFLICT');
    const { db } = world.test;
    await expect(db.gatePolicyVersion.updateMany({ data: { selfApproval: true } })).rejects.toThrow();
    await expect(db.gatePolicyVersion.deleteMany({})).rejects.toThrow();

    // The review that was under way keeps its version; the next one follows the new.
    expect((await world.as('owner').gate.get({ useCaseId })).next).toMatchObject({
      items: { length: 5 },
      terms: { policyNumber: 1 },
    });
    expect(version).toBe(1);
    const other = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
    const { next } = await world.as('owner').gate.get({ useCaseId: other.id });
    expect(next).toMatchObject({ items: { length: 6 }, open: 1, terms: { policyNumber: 2 } });
  });

  it('refuse what makes no sense', async () => {
    const { content } = await current();
    const save = (over: object) =>
      failureOf(
        world
          .as('admin')
          .gatePolicy.saveDraft({ from: 'idea', revision: 0, content: { ...content, ...over } }),
      );
    expect((await save({ approvals: [] })).paths).toEqual(['content.approvals']);
    expect((await save({ items: [QUESTION, QUESTION] })).paths).toEqual(['content.items']);
    expect((await save({ everyMonths: 12 })).paths).toEqual(['content.everyMonths']);
    expect((await save({ items: [{ ...QUESTION, kind: 'AUTOMATIC', check: 'no-such' }] })).paths).toEqual([
      'content.items.0.check',
    ]);
    expect((await save({ items: [{ ...QUESTION, kind: 'CHOICE' }] })).paths).toEqual([
      'content.items.0.choices',
    ]);
  });

  it('belong to admins, as does saying who approves', async () => {
    const { content } = await current();
    for (const person of ['owner', 'approver', 'engineer'] as const) {
      const { gatePolicy } = world.as(person);
      const calls = [
        gatePolicy.list(),
        gatePolicy.get({ from: 'idea' }),
        gatePolicy.saveDraft({ from: 'idea', revision: 0, content }),
        gatePolicy.publish({ from: 'idea', revision: 1, note: 'Mine now' }),
        gatePolicy.approvers(),
        gatePolicy.grant({ userId: world.people[person].userId, role: 'FINANCE' }),
        gatePolicy.revoke({ grantId: world.people[person].userId }),
      ];
      for (const call of calls) expect((await failureOf(call)).code).toBe('FORBIDDEN');
    }
    const { gatePolicy } = world.as('admin');
    const named = await gatePolicy.grant({ userId: world.people.approver.userId, role: 'FINANCE' });
    expect(named).toMatchObject([{ name: 'The approver', role: 'FINANCE', lentBy: null }]);
    const twice = gatePolicy.grant({ userId: world.people.approver.userId, role: 'FINANCE' });
    expect((await failureOf(twice)).code).toBe('CONFLICT');
    const grantId = named[0]?.id ?? '';
    expect(await gatePolicy.revoke({ grantId })).toEqual([]);
    expect((await failureOf(gatePolicy.revoke({ grantId }))).code).toBe('NOT_FOUND');
  });
});

async function underReview() {
  const { id: useCaseId, version } = await world
    .as('owner')
    .useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
  await world.as('owner').gate.request({ useCaseId, version });
  return { useCaseId, version };
}
