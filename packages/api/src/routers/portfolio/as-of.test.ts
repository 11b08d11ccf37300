import type { PortfolioSummary } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failureOf,
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type PortfolioWorld,
  portfolioWorld,
  recordedMoment,
} from '../../testing/portfolio-world';

const DAY = 86_400_000;
let world: PortfolioWorld;
beforeAll(async () => {
  world = await portfolioWorld();
});
afterAll(() => world.close());

const moment = () => recordedMoment(world);

const daysAgo = (days: number): Date => new Date(world.clock.now().getTime() - days * DAY);

async function putInto(id: string, key: string, days: number): Promise<void> {
  const stage = await world.test.db.stage.findUniqueOrThrow({ where: { key } });
  await world.test.db.useCase.update({
    where: { id },
    data: { stageId: stage.id, stageSince: daysAgo(days) },
  });
}

/** Finance has confirmed an amount for the month that is. */
async function confirm(useCaseId: string, revision: number, confirmed: string): Promise<void> {
  const month = new Date(`${world.clock.now().toISOString().slice(0, 7)}-01T00:00:00Z`);
  const decidedById = world.people.approver.userId;
  const said = {
    verdict: 'CONFIRMED' as const,
    computed: '1',
    currency: 'EUR',
    decidedAt: world.clock.now(),
  };
  await world.test.db.valueRealization.create({
    data: { useCaseId, month, revision, confirmed, decidedById, ...said },
  });
}

const LATER = { ...NEW_ESTIMATE, low: '100000', likely: '200000', high: '300000' };

/** What is shown of a past moment: all but what waits for the reader now. */
const shown = ({ needs: _needs, needsTotal: _total, ...rest }: PortfolioSummary) => rest;

describe('the portfolio as of a past moment', () => {
  it('is what was shown then, whatever was edited since', async () => {
    const { db } = world.test;
    await moment();
    const owner = world.as('owner');
    const admin = world.as('admin');
    const earning = await owner.useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, kpi: NEW_KPI });
    const kpiId = earning.kpis[0]?.id ?? '';
    await putInto(earning.id, 'production', 50);
    await owner.kpi.addSample({ kpiId, value: '22', at: daysAgo(40) });
    await owner.kpi.addSample({ kpiId, value: '19', at: daysAgo(20) });
    const wanted = { ...NEW_USE_CASE, title: 'Another', estimate: NEW_ESTIMATE };
    const going = await owner.useCase.create(wanted);
    await putInto(going.id, 'prototyping', 10);
    await confirm(earning.id, 1, '1000');
    const unit = await db.businessUnit.findFirstOrThrow({ where: { name: 'Retail credit' } });

    const then = await moment();
    const filter = { businessUnitIds: [unit.id], tag: 'credit' };
    const noted = { all: await owner.portfolio.summary({}), filtered: await owner.portfolio.summary(filter) };
    expect(Number(noted.all.realised.computed)).toBeGreaterThan(0);
    expect(noted.all.verified.confirmed).toBe('1000.00');
    expect(noted.all).toMatchObject({ production: { count: 1 }, pipeline: { count: 1 }, total: 2 });

    await moment();
    await confirm(earning.id, 2, '5');
    await owner.estimate.add({ useCaseId: going.id, estimate: LATER });
    await owner.kpi.update({
      kpiId,
      version: 1,
      kpi: { ...NEW_KPI, baseline: '40', valuePerUnit: '1', attribution: '0.1' },
    });
    await owner.kpi.addSample({ kpiId, value: '1', at: daysAgo(30) });
    await db.kpiSample.updateMany({ where: { kpiId, value: 19 }, data: { value: 5 } });
    await db.kpiSample.deleteMany({ where: { kpiId, value: 22 } });
    const { version, estimateId } = await admin.gate.get({ useCaseId: going.id });
    const decision = { decision: 'PIVOT' as const, pivotTo: 'idea' as const, rationale: 'Another target.' };
    await admin.gate.decide({ useCaseId: going.id, version, estimateId, ...decision });
    await admin.useCase.update({
      ...NEW_USE_CASE,
      id: going.id,
      version: version + 1,
      title: 'Renamed',
      businessUnit: 'Claims',
      ownerId: world.people.approver.userId,
      feasibility: 1,
      risk: 5,
      tags: ['other'],
    });
    await db.businessUnit.update({ where: { id: unit.id }, data: { name: 'Household credit' } });
    await db.stage.update({ where: { key: 'prototyping' }, data: { reachProbability: 0.9 } });
    await db.setting.update({ where: { key: 'discountRate' }, data: { value: '0.2' } });
    const kept = await owner.useCase.get({ number: earning.number });
    const retirement = { action: 'RETIRE' as const, reason: 'Its time is over.' };
    await owner.useCase.changeLifecycle({ useCaseId: earning.id, version: kept.version, ...retirement });
    await owner.useCase.create({ ...NEW_USE_CASE, title: 'A third', estimate: LATER });
    await moment();

    const asOf = then.toISOString();
    expect(shown(await owner.portfolio.summary({ asOf }))).toEqual(shown(noted.all));
    expect(shown(await owner.portfolio.summary({ ...filter, asOf }))).toEqual(shown(noted.filtered));
    expect((await owner.portfolio.summary({ asOf })).needs).toEqual([]);
    const now = await owner.portfolio.summary({});
    expect(now).toMatchObject({ production: { count: 0 }, pipeline: { count: 2 }, total: 3 });
    expect(now.realised.computed).not.toBe(noted.all.realised.computed);
    expect(now.verified.confirmed).toBe('5.00');
    expect(now.pipeline.expected).not.toBe(noted.all.pipeline.expected);
    const today = world.clock.now().toISOString().slice(0, 10);
    const { asOf: _moment, ...rest } = shown(await owner.portfolio.summary({ asOf: today }));
    expect(rest).toEqual((({ asOf: _now, ...present }) => present)(shown(now)));
  });

  it('is empty before anything was recorded, and refuses what is to come', async () => {
    const owner = world.as('owner');
    expect(await owner.portfolio.summary({ asOf: '2001-01-01' })).toMatchObject({ total: 0, matrix: [] });
    const tomorrow = new Date(world.clock.now().getTime() + DAY).toISOString().slice(0, 10);
    for (const asOf of [tomorrow, 'yesterday', '2026-02-30']) {
      expect(await failureOf(owner.portfolio.summary({ asOf }))).toMatchObject({
        code: 'VALIDATION',
        paths: ['asOf'],
      });
    }
  });
});

describe('realised value', () => {
  it('stays earned when a use case goes back a stage', async () => {
    await moment();
    const owner = world.as('owner');
    const made = await owner.useCase.create({ ...NEW_USE_CASE, tags: ['back'], kpi: NEW_KPI });
    const kpiId = made.kpis[0]?.id ?? '';
    await putInto(made.id, 'production', 20);
    await owner.kpi.addSample({ kpiId, value: '20', at: daysAgo(15) });
    const before = await owner.portfolio.summary({ tag: 'back' });
    await putInto(made.id, 'packaging', 0);
    await owner.kpi.addSample({ kpiId, value: '1', at: daysAgo(0) });
    const after = await owner.portfolio.summary({ tag: 'back' });
    expect(Number(before.realised.computed)).toBeGreaterThan(0);
    expect(after.realised).toEqual(before.realised);
    const [kpi] = await owner.kpi.list({ useCaseId: made.id });
    expect(kpi?.realised?.amount).toBe(before.realised.computed);
  });
});
