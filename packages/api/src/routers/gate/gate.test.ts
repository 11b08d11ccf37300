import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_USE_CASE,
  type Person,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const RATIONALE = 'Seen, weighed and found good enough.';
type Decision = 'GO' | 'CONDITIONAL_GO' | 'HOLD' | 'PIVOT' | 'NO_GO';

async function fresh(over: object = {}) {
  return world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, ...over });
}

async function decide(person: Person, useCaseId: string, decision: Decision, over: object = {}) {
  const { version, estimateId } = await world.as('admin').gate.get({ useCaseId });
  const findings = decision === 'CONDITIONAL_GO' ? [finding()] : [];
  const input = { useCaseId, version, estimateId, decision, rationale: RATIONALE, findings, ...over };
  return world.as(person).gate.decide(input);
}

const finding = () => ({
  title: 'Say how the data is cleaned',
  severity: 'MEDIUM' as const,
  ownerId: world.people.owner.userId,
  dueDate: '2026-09-30',
});

/** A conditional go with every approval, and what it asks for done. */
async function pass(useCaseId: string) {
  const { version } = await world.as('owner').gate.get({ useCaseId });
  const { round } = await world.as('owner').gate.request({ useCaseId, version });
  const approval = { useCaseId, verdict: 'APPROVED' as const, revision: round?.revision ?? 0 };
  const { next } = await world.as('owner').gate.get({ useCaseId });
  const needed = new Set(next?.terms.needed.map(({ role }) => role));
  if (needed.has('ENGINEERING'))
    await world.as('engineer').gate.verdict({ ...approval, role: 'ENGINEERING' });
  if (needed.has('FINANCE')) await world.as('admin').gate.verdict({ ...approval, role: 'FINANCE' });
  const review = await decide('approver', useCaseId, 'CONDITIONAL_GO');
  await closeAll(useCaseId);
  return review;
}

async function closeAll(useCaseId: string) {
  const { findings } = await world.as('owner').gate.get({ useCaseId });
  for (const { id, closed } of findings) {
    if (!closed) await world.as('owner').gate.closeFinding({ findingId: id, note: 'Done and written down.' });
  }
}

describe('a gate', () => {
  it('judges the first checklist on the use case itself', async () => {
    const { id } = await fresh({ expectedOutcome: '' });
    const gate = await world.as('approver').gate.get({ useCaseId: id });
    expect(gate.next).toMatchObject({
      from: { key: 'idea' },
      to: { key: 'proof-of-concept' },
      met: 4,
      open: 1,
    });
    expect(gate.next?.items.find((item) => item.state === 'NOT_MET')?.key).toBe('outcome-written');
    expect(gate.refusal).toBeNull();
    expect((await world.as('owner').gate.get({ useCaseId: id })).refusal).toBe('OWN_USE_CASE');
    expect((await world.as('engineer').gate.get({ useCaseId: id })).refusal).toBe('NO_RIGHT');
  });

  it('moves the stage with a go, and keeps what was judged', async () => {
    const { id, number } = await fresh();
    world.clock.advanceDays(1);
    const review = await decide('approver', id, 'GO');
    expect(review).toMatchObject({
      decision: 'GO',
      decidedBy: 'The approver',
      to: { key: 'proof-of-concept' },
    });
    expect(review.snapshot).toMatchObject({ title: NEW_USE_CASE.title, estimate: { likely: '1600000' } });
    expect(review.checklist).toHaveLength(5);
    const moved = await world.as('owner').useCase.get({ number });
    expect(moved).toMatchObject({ stage: { key: 'proof-of-concept' }, version: 2, status: 'ACTIVE' });
    expect(moved.stageSince).toEqual(world.clock.now());
    const [event] = await world.as('owner').useCase.history({ useCaseId: id });
    expect(event).toMatchObject({ action: 'gate.decided', data: { decision: 'GO', rationale: RATIONALE } });
  });

  it('does not let a go through with open items, names them, and lets a conditional one', async () => {
    const { id, number } = await fresh({ expectedOutcome: '' });
    expect(await failureOf(decide('approver', id, 'GO'))).toMatchObject({
      code: 'GATE_NOT_MET',
      paths: ['checklist.outcome-written'],
    });
    expect((await decide('approver', id, 'CONDITIONAL_GO')).to.key).toBe('proof-of-concept');
    const [gate] = [await world.as('approver').gate.get({ useCaseId: id })];
    expect(gate.next?.items.map((item) => item.state)).toEqual(['NOT_MET', 'NOT_MET', 'NOT_MET', 'NOT_MET']);
    world.clock.advanceDays(1);
    await world.as('owner').estimate.add({ useCaseId: id, estimate: NEW_ESTIMATE });
    const after = await world.as('approver').gate.get({ useCaseId: id });
    expect(after.next?.items.find((item) => item.key === 'estimate-renewed')?.state).toBe('MET');
    expect((await world.as('owner').useCase.get({ number })).version).toBe(2);
  });

  it('decides once: a second press, or one on what has changed since, decides nothing', async () => {
    const { id } = await fresh();
    const { version, estimateId } = await world.as('approver').gate.get({ useCaseId: id });
    const input = { useCaseId: id, version, estimateId, decision: 'HOLD' as const, rationale: RATIONALE };
    const twice = await Promise.all([
      failureOf(world.as('approver').gate.decide(input)),
      failureOf(world.as('approver').gate.decide(input)),
    ]);
    expect(twice.map((result) => result.code).sort()).toEqual(['OK', 'STALE_VERSION']);
    const again = await world.as('approver').gate.get({ useCaseId: id });
    expect(again.reviews).toHaveLength(1);
    world.clock.advanceDays(1);
    await world.as('owner').estimate.add({ useCaseId: id, estimate: NEW_ESTIMATE });
    const stale = { ...input, version: again.version, estimateId: again.estimateId };
    expect(await failureOf(world.as('approver').gate.decide(stale))).toMatchObject({
      code: 'STALE_VERSION',
      paths: ['estimate'],
    });
  });

  it('goes back with a pivot, and says so where there is no way back', async () => {
    const { id, number } = await fresh();
    expect(await failureOf(decide('approver', id, 'PIVOT'))).toMatchObject({
      code: 'VALIDATION',
      paths: ['pivotTo'],
    });
    await pass(id);
    await pass(id);
    expect(await failureOf(decide('approver', id, 'PIVOT', { pivotTo: 'production' }))).toMatchObject({
      code: 'VALIDATION',
    });
    await decide('approver', id, 'PIVOT', { pivotTo: 'idea' });
    expect((await world.as('owner').useCase.get({ number })).stage.key).toBe('idea');
  });

  it('closes with a no-go: nothing is written to it any more', async () => {
    const { id, number, version } = await fresh();
    await decide('approver', id, 'NO_GO');
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({
      status: 'REJECTED',
      rights: { edit: false },
    });
    const edit = world.as('admin').useCase.update({ ...NEW_USE_CASE, id, version: version + 1, risk: 1 });
    expect((await failureOf(edit)).code).toBe('CONFLICT');
    expect((await failureOf(decide('admin', id, 'GO'))).code).toBe('CONFLICT');
    expect((await world.as('approver').gate.get({ useCaseId: id })).refusal).toBe('CLOSED');
  });

  it('wakes what was on hold with a go, and stops at the last stage', async () => {
    const { id, number } = await fresh();
    await decide('approver', id, 'HOLD');
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({
      status: 'ON_HOLD',
      stage: { key: 'idea' },
    });
    for (let step = 0; step < 4; step += 1) await pass(id);
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({
      status: 'ACTIVE',
      stage: { key: 'production' },
    });
    expect((await world.as('approver').gate.get({ useCaseId: id })).next).toBeNull();
    expect((await failureOf(decide('approver', id, 'GO'))).code).toBe('CONFLICT');
  });

  it('wants a reason, and keeps it for good: the database refuses to rewrite it', async () => {
    const { id } = await fresh();
    expect(await failureOf(decide('approver', id, 'HOLD', { rationale: 'no' }))).toMatchObject({
      code: 'VALIDATION',
      paths: ['rationale'],
    });
    await decide('approver', id, 'HOLD');
    const { db } = world.test;
    await expect(db.gateReview.updateMany({ data: { rationale: 'other' } })).rejects.toThrow();
    await expect(db.gateReview.deleteMany({})).rejects.toThrow();
  });
});
