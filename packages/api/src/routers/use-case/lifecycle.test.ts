import type { LifecycleAction } from '@jalon/contracts';
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
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const REASON = 'Because the test says so.';
const make = () =>
  world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, kpi: NEW_KPI });

/** Turns the life of a use case, on its latest version. */
async function turn(person: Person, number: number, action: LifecycleAction) {
  const { id: useCaseId, version } = await world.as('admin').useCase.get({ number });
  return world.as(person).useCase.changeLifecycle({ useCaseId, version, action, reason: REASON });
}

async function inProduction() {
  const made = await make();
  const stage = await world.test.db.stage.findUniqueOrThrow({ where: { key: 'production' } });
  const stageSince = new Date('2026-02-01T00:00:00Z');
  await world.test.db.useCase.update({ where: { id: made.id }, data: { stageId: stage.id, stageSince } });
  return made;
}

describe('on hold, rejected, restored', () => {
  it('says who did it, when and why, and to whom it is open', async () => {
    const { number } = await make();
    const held = await turn('owner', number, 'HOLD');
    expect(held).toMatchObject({
      status: 'ON_HOLD',
      version: 2,
      statusChange: { actorName: 'The owner', reason: REASON },
      rights: { edit: true, lifecycle: ['REJECT', 'RESTORE'], duplicate: true },
    });
    expect(await turn('owner', number, 'RESTORE')).toMatchObject({ status: 'ACTIVE', statusChange: null });
    expect(await turn('owner', number, 'REJECT')).toMatchObject({
      status: 'REJECTED',
      rights: { edit: false, lifecycle: [] },
    });
    expect((await failureOf(turn('owner', number, 'RESTORE'))).code).toBe('FORBIDDEN');
    expect((await turn('admin', number, 'RESTORE')).status).toBe('ACTIVE');
    const [useCase] = (await world.as('owner').useCase.list({ text: `UC-${number}` })).items;
    const history = await world.as('owner').useCase.history({ useCaseId: useCase?.id ?? '' });
    expect(history.map((event) => event.action)).toEqual([
      'use-case.restored',
      'use-case.rejected',
      'use-case.restored',
      'use-case.held',
      'use-case.created',
    ]);
  });

  it('refuses what leads nowhere, a stale version, and a missing reason', async () => {
    const { id: useCaseId, number } = await make();
    expect((await failureOf(turn('owner', number, 'RETIRE'))).code).toBe('CONFLICT');
    expect((await failureOf(turn('owner', number, 'RESTORE'))).code).toBe('CONFLICT');
    const call = (input: { version: number; reason: string }) =>
      failureOf(world.as('owner').useCase.changeLifecycle({ useCaseId, action: 'HOLD', ...input }));
    expect((await call({ version: 7, reason: REASON })).code).toBe('STALE_VERSION');
    expect(await call({ version: 1, reason: ' ' })).toMatchObject({ code: 'VALIDATION', paths: ['reason'] });
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it('says why a gate rejected it', async () => {
    const { id: useCaseId, number } = await make();
    const { version, estimateId } = await world.as('approver').gate.get({ useCaseId });
    const decision = { decision: 'NO_GO' as const, rationale: 'Nobody needs it.' };
    await world.as('approver').gate.decide({ useCaseId, version, estimateId, ...decision });
    expect(await world.as('owner').useCase.get({ number })).toMatchObject({
      status: 'REJECTED',
      statusChange: { actorName: 'The approver', reason: 'Nobody needs it.' },
    });
  });
});

describe('retiring', () => {
  it('freezes what was realised, whatever is measured later, until it is restored', async () => {
    const made = await inProduction();
    const kpiId = made.kpis[0]?.id ?? '';
    const sample = (at: string) => ({ kpiId, at: new Date(at), value: '18.2', source: 'JOB' as const });
    await world.test.db.kpiSample.create({ data: sample('2026-06-01T00:00:00Z') });
    const before = await world.as('admin').portfolio.summary({});
    const retired = await turn('owner', made.number, 'RETIRE');
    // 10 points × 240,000 × 0.8 a year, for fourteen days and ten hours.
    const total = '75835.62';
    expect(retired.frozenRealised).toMatchObject({ total, currency: 'EUR', at: '2026-06-15T10:00:00.000Z' });
    expect(retired.frozenRealised?.months.map(({ month }) => month)).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
    world.clock.advanceDays(30);
    await world.test.db.kpiSample.create({ data: sample('2026-07-01T00:00:00Z') });
    const after = await world.as('admin').portfolio.summary({});
    expect([before.realised.computed, after.realised.computed]).toEqual([total, total]);
    const [kpi] = await world.as('owner').kpi.list({ useCaseId: made.id });
    expect(kpi?.realised?.amount).toBe(total);
    const late = world.as('owner').kpi.addSample({ kpiId, at: new Date('2026-06-20'), value: '1' });
    expect((await failureOf(late)).code).toBe('CONFLICT');
    expect(await turn('admin', made.number, 'RESTORE')).toMatchObject({
      status: 'ACTIVE',
      frozenRealised: null,
    });
    const counted = await world.as('admin').portfolio.summary({});
    expect(Number(counted.realised.computed)).toBeGreaterThan(Number(total));
  });
});

describe('a copy', () => {
  it('is a new idea of whoever copies, with words, range and KPI terms, and no past', async () => {
    const source = await inProduction();
    const { number } = source;
    const copy = await world.as('approver').useCase.duplicate({ useCaseId: source.id, title: 'Elsewhere' });
    expect(copy).toMatchObject({
      title: 'Elsewhere',
      status: 'ACTIVE',
      version: 1,
      stage: { key: 'idea' },
      owner: { name: 'The approver' },
      businessUnit: { name: 'Retail credit' },
      problemStatement: NEW_USE_CASE.problemStatement,
      tags: ['credit'],
      estimate: { low: '900000.00', author: 'The approver', stage: 'idea' },
      kpis: [{ key: 'share-of-bad-loans', state: 'NO_SAMPLES' }],
      project: null,
    });
    expect(copy.number).not.toBe(number);
    const [event] = await world.as('owner').useCase.history({ useCaseId: copy.id });
    expect(event).toMatchObject({ action: 'use-case.duplicated', data: { from: number } });
  });
});
