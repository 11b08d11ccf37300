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

const WHY = 'Seen, weighed and found good enough.';
const FILE = { itemKey: 'signed-off-with-it', value: 'https://wiki.example/report', label: 'Report' };

/** A use case in a stage, put there as the sample does: what is tested is the gate after it. */
async function inStage(key: string) {
  const made = await world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE });
  const { id: stageId } = await world.test.db.stage.findUniqueOrThrow({ where: { key } });
  await world.test.db.useCase.update({ where: { id: made.id }, data: { stageId } });
  return { useCaseId: made.id, version: made.version, number: made.number };
}

async function underReview(key = 'prototyping') {
  const useCase = await inStage(key);
  await world.as('owner').gate.request({ useCaseId: useCase.useCaseId, version: useCase.version });
  return useCase;
}

async function decision(useCaseId: string) {
  const { version, estimateId, round } = await world.as('approver').gate.get({ useCaseId });
  return { useCaseId, version, estimateId, revision: round?.revision, rationale: WHY };
}

async function waiveEverything(useCaseId: string) {
  const { next } = await world.as('approver').gate.get({ useCaseId });
  for (const { key, state, policy } of next?.items ?? []) {
    if (policy?.kind !== 'AUTOMATIC' || state === 'MET') continue;
    await world
      .as('approver')
      .gate.waive({ useCaseId, itemKey: key, reason: 'Shown to us in the steering group.' });
  }
}

async function approve(
  person: 'engineer' | 'admin' | 'approver',
  useCaseId: string,
  role: 'ENGINEERING' | 'FINANCE' | 'BUSINESS',
) {
  const { round } = await world.as(person).gate.get({ useCaseId });
  return world
    .as(person)
    .gate.verdict({ useCaseId, role, verdict: 'APPROVED', revision: round?.revision ?? 0 });
}

describe('a review', () => {
  it('is asked for once, answered, waived, approved by role, and decided', async () => {
    const { useCaseId, version, number } = await underReview();
    expect((await failureOf(world.as('owner').gate.request({ useCaseId, version }))).code).toBe('CONFLICT');
    await world.as('owner').gate.answer({ useCaseId, ...FILE });
    await waiveEverything(useCaseId);
    const gate = await world.as('approver').gate.get({ useCaseId });
    expect(gate.next).toMatchObject({ ready: true, terms: { policyNumber: 1 } });
    expect(gate.next?.items.find(({ key }) => key === 'sources-connected')).toMatchObject({
      state: 'WAIVED',
    });
    expect(
      await failureOf(world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'GO' })),
    ).toMatchObject({
      code: 'GATE_NOT_MET',
      paths: ['approvals.ENGINEERING'],
    });
    await approve('engineer', useCaseId, 'ENGINEERING');
    const review = await world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'GO' });
    expect(review.snapshot).toMatchObject({
      policy: { number: 1 },
      round: { approvals: [{ role: 'ENGINEERING', by: 'The engineer', counts: true }] },
    });
    expect(review.checklist.find(({ key }) => key === FILE.itemKey)?.answer).toMatchObject({
      url: FILE.value,
      text: 'Report',
    });
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({ stage: { key: 'packaging' } });
    const history = await world.as('owner').useCase.history({ useCaseId });
    expect(new Set(history.map(({ action }) => action))).toEqual(
      new Set([
        'use-case.created',
        'gate.requested',
        'gate.answered',
        'gate.waived',
        'gate.approved',
        'gate.decided',
      ]),
    );
  });

  it('refuses answers that do not fit, and approvals of what has changed since', async () => {
    const { useCaseId } = await underReview('packaging');
    const answer = (itemKey: string, value: string) =>
      failureOf(world.as('owner').gate.answer({ useCaseId, itemKey, value }));
    expect(await answer('data-classified', 'TOP_SECRET')).toMatchObject({
      code: 'VALIDATION',
      paths: ['value'],
    });
    expect(await answer('tests-reported', 'javascript:alert(1)')).toMatchObject({ code: 'VALIDATION' });
    expect((await answer('code-versioned', 'yes')).code).toBe('NOT_FOUND');
    await approve('engineer', useCaseId, 'ENGINEERING');
    expect((await answer('data-classified', 'RESTRICTED')).code).toBe('OK');
    const gate = await world.as('engineer').gate.get({ useCaseId });
    expect(gate.round?.approvals).toMatchObject([{ counts: false }]);
    expect(gate.next?.terms.missing).toContainEqual({ role: 'ENGINEERING', count: 1 });
    const late = { useCaseId, role: 'ENGINEERING' as const, verdict: 'APPROVED' as const, revision: 1 };
    expect((await failureOf(world.as('engineer').gate.verdict(late))).code).toBe('STALE_VERSION');
    const old = { ...(await decision(useCaseId)), decision: 'HOLD' as const, revision: 1 };
    expect(await failureOf(world.as('approver').gate.decide(old))).toMatchObject({
      code: 'STALE_VERSION',
      paths: ['revision'],
    });
  });

  it('stops at an objection, which says what for', async () => {
    const { useCaseId } = await underReview('idea');
    const objection = { useCaseId, role: 'BUSINESS' as const, verdict: 'OBJECTED' as const, revision: 1 };
    expect(await failureOf(world.as('admin').gate.verdict(objection))).toMatchObject({ paths: ['comment'] });
    await world.as('admin').gate.verdict({ ...objection, comment: 'Nobody asked the customers.' });
    expect(
      await failureOf(world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'GO' })),
    ).toMatchObject({
      code: 'GATE_NOT_MET',
      paths: ['approvals'],
    });
  });

  it('lets nobody approve their own, nor through somebody they lent it to', async () => {
    const { useCaseId } = await underReview('idea');
    const until = new Date(world.clock.now().getTime() + 86_400_000);
    await world.as('owner').gate.lend({ toUserId: world.people.engineer.userId, role: 'BUSINESS', until });
    expect((await failureOf(approve('engineer', useCaseId, 'BUSINESS'))).code).toBe('FORBIDDEN');
    await world.as('approver').gate.lend({ toUserId: world.people.engineer.userId, role: 'BUSINESS', until });
    const gate = await approve('engineer', useCaseId, 'BUSINESS');
    expect(gate.round?.approvals).toMatchObject([
      { by: 'The engineer', onBehalfOf: 'The approver', role: 'BUSINESS' },
    ]);
    const past = { toUserId: world.people.engineer.userId, role: 'BUSINESS' as const, until: new Date(0) };
    expect(await failureOf(world.as('approver').gate.lend(past))).toMatchObject({ paths: ['until'] });
    expect(
      (
        await failureOf(
          world.as('engineer').gate.lend({ ...past, toUserId: world.people.admin.userId, until }),
        )
      ).code,
    ).toBe('FORBIDDEN');
  });

  it('keeps what a conditional go asks for open until it is done', async () => {
    const { useCaseId } = await underReview('idea');
    const input = { ...(await decision(useCaseId)), decision: 'CONDITIONAL_GO' as const };
    expect(await failureOf(world.as('approver').gate.decide(input))).toMatchObject({ paths: ['findings'] });
    const finding = { title: 'Ask the branches', severity: 'HIGH' as const, dueDate: '2026-06-20' };
    const ownerId = world.people.engineer.userId;
    await world.as('approver').gate.decide({ ...input, findings: [{ ...finding, ownerId }] });
    const { version } = await world.as('owner').gate.get({ useCaseId });
    await world.as('owner').gate.request({ useCaseId, version });
    await waiveEverything(useCaseId);
    const again = await world
      .as('approver')
      .gate.decide({ ...(await decision(useCaseId)), decision: 'GO' })
      .catch(String);
    expect(again).toContain('findings of an earlier gate');
    const [open] = (await world.as('engineer').gate.get({ useCaseId })).findings;
    expect(open).toMatchObject({
      title: 'Ask the branches',
      owner: 'The engineer',
      overdue: false,
      mayClose: true,
    });
    const close = { findingId: open?.id ?? '', note: 'All eleven branches were asked.' };
    expect((await failureOf(world.as('owner').gate.closeFinding(close))).code).toBe('FORBIDDEN');
    await world.as('engineer').gate.closeFinding(close);
    expect((await failureOf(world.as('engineer').gate.closeFinding(close))).code).toBe('CONFLICT');
    const passed = await world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'GO' });
    expect(passed.to.key).toBe('prototyping');
  });

  it('brings the answers back when the gate is reviewed again', async () => {
    const { useCaseId } = await underReview();
    await world.as('owner').gate.answer({ useCaseId, ...FILE });
    await world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'HOLD' });
    const { version } = await world.as('owner').gate.get({ useCaseId });
    const gate = await world.as('owner').gate.request({ useCaseId, version });
    expect(gate.next?.items.find(({ key }) => key === FILE.itemKey)?.state).toBe('MET');
  });

  it('of what is in production comes back after a year', async () => {
    const { useCaseId } = await inStage('production');
    expect((await world.as('owner').gate.get({ useCaseId })).next).toBeNull();
    world.clock.advanceDays(340);
    const gate = await world.as('owner').gate.get({ useCaseId });
    expect(gate.next).toMatchObject({ from: { key: 'production' }, to: { key: 'production' } });
    await world.as('owner').gate.request({ useCaseId, version: gate.version });
    await world
      .as('owner')
      .gate.answer({ useCaseId, itemKey: 'still-needed', value: 'Every morning, in each branch.' });
    await waiveEverything(useCaseId);
    await approve('admin', useCaseId, 'FINANCE');
    const passed = await world.as('approver').gate.decide({ ...(await decision(useCaseId)), decision: 'GO' });
    expect([passed.from.key, passed.to.key]).toEqual(['production', 'production']);
    expect((await world.as('owner').gate.get({ useCaseId })).next).toBeNull();
  });
});
