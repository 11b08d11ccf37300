import { randomUUID } from 'node:crypto';
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

type Caller = ReturnType<PortfolioWorld['as']>;
interface Target {
  useCaseId: string;
  number: number;
  kpiId: string;
}

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

/** A use case of The owner, fresh for every cell, so that no cell depends on another. */
async function ownedByOwner(): Promise<Target> {
  const made = await world
    .as('owner')
    .useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, kpi: NEW_KPI });
  return { useCaseId: made.id, number: made.number, kpiId: made.kpis[0]?.id ?? '' };
}

const RATIONALE = 'Because the test says so.';
const PROCEDURES: Record<string, (caller: Caller, target: Target) => Promise<unknown>> = {
  'useCase.get': (caller, { number }) => caller.useCase.get({ number }),
  'useCase.history': (caller, { useCaseId }) => caller.useCase.history({ useCaseId }),
  'useCase.update': (caller, { useCaseId: id }) =>
    caller.useCase.update({ ...NEW_USE_CASE, id, version: 1, risk: 5 }),
  'useCase.updateMany': (caller, { useCaseId: id }) =>
    caller.useCase.updateMany({ edits: [{ id, version: 1, patch: { risk: 5 } }] }),
  'useCase.changeLifecycle': (caller, { useCaseId }) =>
    caller.useCase.changeLifecycle({ useCaseId, version: 1, action: 'HOLD', reason: RATIONALE }),
  'useCase.duplicate': (caller, { useCaseId }) => caller.useCase.duplicate({ useCaseId, title: 'A copy' }),
  'estimate.list': (caller, { useCaseId }) => caller.estimate.list({ useCaseId }),
  'estimate.add': (caller, { useCaseId }) => caller.estimate.add({ useCaseId, estimate: NEW_ESTIMATE }),
  'kpi.list': (caller, { useCaseId }) => caller.kpi.list({ useCaseId }),
  'kpi.create': (caller, { useCaseId }) =>
    caller.kpi.create({ useCaseId, kpi: { ...NEW_KPI, name: 'Another' } }),
  'kpi.update': (caller, { kpiId }) =>
    caller.kpi.update({ kpiId, version: 1, kpi: { ...NEW_KPI, target: '17' } }),
  'kpi.addSample': (caller, { kpiId }) =>
    caller.kpi.addSample({ kpiId, value: '20', at: new Date('2026-06-01T00:00:00Z') }),
  'attachment.list': (caller, { useCaseId }) => caller.attachment.list({ useCaseId }),
  'comment.list': (caller, { useCaseId }) => caller.comment.list({ useCaseId }),
  'comment.add': (caller, { useCaseId }) => caller.comment.add({ useCaseId, text: 'Well thought.' }),
  'comment.edit': async (caller, { useCaseId }) =>
    caller.comment.edit({ commentId: await remarkOfOwner(useCaseId), version: 1, text: 'Better thought.' }),
  'comment.remove': async (caller, { useCaseId }) =>
    caller.comment.remove({ commentId: await remarkOfOwner(useCaseId) }),
  'gate.get': (caller, { useCaseId }) => caller.gate.get({ useCaseId }),
  'gate.decide hold': async (caller, { useCaseId }) => {
    const { version, estimateId } = await world.as('admin').gate.get({ useCaseId });
    return caller.gate.decide({ useCaseId, version, estimateId, decision: 'HOLD', rationale: RATIONALE });
  },
  'gate.decide go': async (caller, { useCaseId }) => {
    const { version, estimateId } = await world.as('admin').gate.get({ useCaseId });
    return caller.gate.decide({ useCaseId, version, estimateId, decision: 'GO', rationale: RATIONALE });
  },
  'gate.request': (caller, { useCaseId }) => caller.gate.request({ useCaseId, version: 1 }),
  'gate.comment': async (caller, { useCaseId }) => {
    await requested(useCaseId);
    return caller.gate.comment({ useCaseId, text: 'Looks good.' });
  },
  'gate.answer': async (caller, { useCaseId }) => {
    await requested(useCaseId);
    return caller.gate.answer({ useCaseId, itemKey: 'opinion', value: 'Yes' });
  },
  'gate.waive': async (caller, { useCaseId }) => {
    await requested(useCaseId);
    return caller.gate.waive({ useCaseId, itemKey: 'ebitda-range', reason: RATIONALE });
  },
  'gate.verdict': async (caller, { useCaseId }) => {
    await requested(useCaseId);
    return caller.gate.verdict({ useCaseId, role: 'BUSINESS', verdict: 'APPROVED', revision: 1 });
  },
  'gate.closeFinding': async (caller, { useCaseId }) =>
    caller.gate.closeFinding({ findingId: await conditionallyPassed(useCaseId), note: RATIONALE }),
};

/** A review of it is under way; nothing for a use case that does not exist. */
async function requested(useCaseId: string): Promise<void> {
  await failureOf(world.as('admin').gate.request({ useCaseId, version: 1 }));
}

/** A comment of its owner; an id that does not exist where there is no use case. */
async function remarkOfOwner(useCaseId: string): Promise<string> {
  const known = await world.test.db.useCase.findUnique({ where: { id: useCaseId } });
  if (!known) return randomUUID();
  return (await world.as('owner').comment.add({ useCaseId, text: 'A first thought.' })).id;
}

/** Passes with a finding that the owner must see to; its id, or one that does not exist. */
async function conditionallyPassed(useCaseId: string): Promise<string> {
  const known = await world.test.db.useCase.findUnique({ where: { id: useCaseId } });
  if (!known) return randomUUID();
  const { version, estimateId } = await world.as('admin').gate.get({ useCaseId });
  const ownerId = world.people.owner.userId;
  const findings = [{ title: 'Clean it', severity: 'LOW' as const, ownerId, dueDate: '2026-09-30' }];
  const decision = { decision: 'CONDITIONAL_GO' as const, rationale: RATIONALE, findings };
  await world.as('approver').gate.decide({ useCaseId, version, estimateId, ...decision });
  const { findings: raised } = await world.as('admin').gate.get({ useCaseId });
  return raised[0]?.id ?? '';
}

const READ: Record<Person, string> = { admin: 'OK', owner: 'OK', approver: 'OK', engineer: 'OK' };
const OWNER_OR_ADMIN = { admin: 'OK', owner: 'OK', approver: 'FORBIDDEN', engineer: 'FORBIDDEN' };
const EXPECTED: Record<keyof typeof PROCEDURES, Record<Person, string>> = {
  'useCase.get': READ,
  'useCase.history': READ,
  'useCase.update': OWNER_OR_ADMIN,
  'useCase.updateMany': OWNER_OR_ADMIN,
  'useCase.changeLifecycle': OWNER_OR_ADMIN,
  'useCase.duplicate': { admin: 'OK', owner: 'OK', approver: 'OK', engineer: 'FORBIDDEN' },
  'estimate.list': READ,
  'estimate.add': OWNER_OR_ADMIN,
  'kpi.list': READ,
  'kpi.create': OWNER_OR_ADMIN,
  'kpi.update': OWNER_OR_ADMIN,
  'kpi.addSample': OWNER_OR_ADMIN,
  'attachment.list': READ,
  'comment.list': READ,
  'comment.add': READ,
  'comment.edit': { admin: 'FORBIDDEN', owner: 'OK', approver: 'FORBIDDEN', engineer: 'FORBIDDEN' },
  'comment.remove': OWNER_OR_ADMIN,
  'gate.get': READ,
  'gate.decide hold': { admin: 'OK', owner: 'OK', approver: 'OK', engineer: 'FORBIDDEN' },
  'gate.decide go': { admin: 'OK', owner: 'FORBIDDEN', approver: 'OK', engineer: 'FORBIDDEN' },
  'gate.request': OWNER_OR_ADMIN,
  'gate.comment': READ,
  // Nobody may answer what is not asked; whoever may not answer at all is told so first.
  'gate.answer': { admin: 'NOT_FOUND', owner: 'NOT_FOUND', approver: 'FORBIDDEN', engineer: 'FORBIDDEN' },
  // It is met: there is nothing to waive.
  'gate.waive': { admin: 'CONFLICT', owner: 'FORBIDDEN', approver: 'CONFLICT', engineer: 'FORBIDDEN' },
  'gate.verdict': { admin: 'OK', owner: 'FORBIDDEN', approver: 'OK', engineer: 'FORBIDDEN' },
  'gate.closeFinding': { admin: 'OK', owner: 'OK', approver: 'OK', engineer: 'FORBIDDEN' },
};

describe.each(Object.entries(PROCEDURES))('%s', (name, call) => {
  it.each(Object.entries(EXPECTED[name] ?? {}) as [Person, string][])('by %s: %s', async (person, code) => {
    expect((await failureOf(call(world.as(person), await ownedByOwner()))).code).toBe(code);
  });

  it('by nobody: sign in first', async () => {
    expect((await failureOf(call(world.as(null), await ownedByOwner()))).code).toBe('UNAUTHENTICATED');
  });

  it('of what does not exist: not found, even for an admin', async () => {
    const nothing = { useCaseId: randomUUID(), number: 999_999, kpiId: randomUUID() };
    expect((await failureOf(call(world.as('admin'), nothing))).code).toBe('NOT_FOUND');
  });
});

describe('roles', () => {
  it('an engineer who is a member of the project measures its KPIs, and no others', async () => {
    const mine = await ownedByOwner();
    const other = await ownedByOwner();
    await world.test.db.project.create({
      data: {
        useCaseId: mine.useCaseId,
        slug: 'mine',
        name: 'Mine',
        members: { create: { userId: world.people.engineer.userId } },
      },
    });
    const sample = { value: '20', at: new Date('2026-06-02T00:00:00Z') };
    const engineer = world.as('engineer');
    expect((await failureOf(engineer.kpi.addSample({ kpiId: mine.kpiId, ...sample }))).code).toBe('OK');
    expect((await failureOf(engineer.kpi.addSample({ kpiId: other.kpiId, ...sample }))).code).toBe(
      'FORBIDDEN',
    );
    expect((await failureOf(engineer.useCase.create(NEW_USE_CASE))).code).toBe('FORBIDDEN');
  });

  it('everybody who is signed in sees the portfolio, and nobody else', async () => {
    for (const person of ['admin', 'owner', 'approver', 'engineer'] as const) {
      expect((await failureOf(world.as(person).portfolio.summary({}))).code).toBe('OK');
      expect((await failureOf(world.as(person).reference.portfolio())).code).toBe('OK');
      expect((await failureOf(world.as(person).useCase.list({}))).code).toBe('OK');
    }
    expect((await failureOf(world.as(null).portfolio.summary({}))).code).toBe('UNAUTHENTICATED');
    expect((await failureOf(world.as(null).reference.portfolio())).code).toBe('UNAUTHENTICATED');
    expect((await failureOf(world.as(null).useCase.list({}))).code).toBe('UNAUTHENTICATED');
  });
});
