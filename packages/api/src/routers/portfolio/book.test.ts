import { loadSamplePortfolio } from '@jalon/core/sample';
import { createDb, type DbClient } from '@jalon/db';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../caller';
import type { Services } from '../../services';
import {
  NEW_ESTIMATE,
  NEW_KPI,
  NEW_USE_CASE,
  type Person,
  type PortfolioWorld,
  portfolioWorld,
} from '../../testing/portfolio-world';

const DAY = 86_400_000;
let world: PortfolioWorld;
/** Another process on the same database: it has read nothing yet. */
const others: DbClient[] = [];

beforeAll(async () => {
  world = await portfolioWorld();
  const { owner, approver } = world.people;
  await loadSamplePortfolio(world.core, { ownerId: owner.userId, approverId: approver.userId });
});
afterEach(async () => {
  for (const db of others.splice(0)) await db.close();
});
afterAll(() => world.close());

const summary = (person: Person = 'admin', filter = {}) => world.as(person).portfolio.summary(filter);

function elsewhere(person: Person = 'admin') {
  const db = createDb(world.test.url);
  others.push(db);
  return createCaller({
    principal: world.people[person],
    session: { id: 'other', email: 'other@test.invalid', locale: 'en' },
    core: { ...world.core, db },
    services: {} as Services,
  });
}

/** What is kept in memory must be what somebody sees who reads everything afresh. */
async function expectFresh(): Promise<void> {
  const fresh = elsewhere();
  const units = await world.test.db.businessUnit.findFirstOrThrow({ orderBy: { name: 'asc' } });
  for (const filter of [{}, { businessUnitIds: [units.id] }, { tag: 'credit' }]) {
    expect(await summary('admin', filter)).toEqual(await fresh.portfolio.summary(filter));
  }
}

/** The same of lists, board and matrix. */
async function expectFreshLists(): Promise<void> {
  const fresh = elsewhere();
  const kept = world.as('admin').useCase;
  for (const filter of [{}, { statuses: ['ACTIVE' as const] }, { valueFrom: '500000', text: 'a' }]) {
    expect(await kept.figures(filter)).toEqual(await fresh.useCase.figures(filter));
    expect(await kept.matrix(filter)).toEqual(await fresh.useCase.matrix(filter));
    for (const sort of ['number', 'title', 'expected', 'updated'] as const) {
      const page = { ...filter, sort, descending: sort !== 'title', limit: 7 };
      expect(await kept.list(page)).toEqual(await fresh.useCase.list(page));
    }
  }
}

const made = () =>
  world.as('owner').useCase.create({ ...NEW_USE_CASE, estimate: NEW_ESTIMATE, kpi: NEW_KPI });

async function intoProduction(id: string): Promise<void> {
  const { id: stageId } = await world.test.db.stage.findUniqueOrThrow({ where: { key: 'production' } });
  const stageSince = new Date(world.clock.now().getTime() - 60 * DAY);
  await world.test.db.useCase.update({ where: { id }, data: { stageId, stageSince } });
}

describe('the figures that are kept between two readings', () => {
  it('show another discount rate and other probabilities as soon as they are there', async () => {
    const { number } = await made();
    const admin = world.as('admin');
    const worth = async () => (await admin.useCase.get({ number })).estimate?.value;
    const idea = async () => (await admin.useCase.figures({})).stages[0]?.stage;
    const first = await worth();
    const key = 'discountRate';
    await world.test.db.setting.upsert({
      where: { key },
      create: { key, value: '0.2' },
      update: { value: '0.2' },
    });
    const dearer = await worth();
    expect(dearer).not.toEqual(first);
    await world.test.db.stage.update({ where: { key: 'idea' }, data: { reachProbability: '0.13' } });
    expect(await idea()).toMatchObject({ key: 'idea', reachProbability: '0.13' });
    expect(await admin.useCase.get({ number })).toEqual(await elsewhere().useCase.get({ number }));
    await world.test.db.setting.delete({ where: { key } });
    await world.test.db.stage.update({ where: { key: 'idea' }, data: { reachProbability: '0.1' } });
    expect(await worth()).toEqual(first);
  });

  it('show every write that was there when they were asked for', async () => {
    const before = await summary();
    await expectFreshLists();
    const { id, number } = await made();
    expect((await summary()).total).toBe(before.total + 1);
    await expectFresh();
    await world.as('owner').estimate.add({ useCaseId: id, estimate: { ...NEW_ESTIMATE, high: '9000000' } });
    await expectFresh();
    await intoProduction(id);
    await expectFresh();
    const { kpis, version } = await world.as('owner').useCase.get({ number });
    const measured = (days: number, value: string) =>
      world.as('owner').kpi.addSample({
        kpiId: kpis[0]?.id ?? '',
        value,
        at: new Date(world.clock.now().getTime() - days * DAY),
      });
    const { realised } = await summary();
    await measured(20, '20');
    expect((await summary()).realised.computed).not.toBe(realised.computed);
    await measured(3, '19');
    await expectFresh();
    await expectFreshLists();
    await world.as('owner').useCase.changeLifecycle({
      useCaseId: id,
      version,
      action: 'HOLD',
      reason: 'Waits for another budget.',
    });
    expect((await summary()).production.count).toBe(before.production.count);
    await expectFresh();
    await expectFreshLists();
  });

  it('show what is the highest, the latest or the dearest no more', async () => {
    const { id } = await made();
    const estimate = (likely: string, startDate: string) =>
      world.as('owner').estimate.add({
        useCaseId: id,
        estimate: { ...NEW_ESTIMATE, low: '1', likely, high: likely, startDate },
      });
    await estimate('900000000', '2044-01-01');
    await expectFreshLists();
    await expectFresh();
    await estimate('2', '2027-01-01');
    await expectFreshLists();
    await expectFresh();
  });

  it('show what another process wrote, and what stands in many use cases at once', async () => {
    const { total } = await summary();
    await elsewhere('owner').useCase.create({ ...NEW_USE_CASE, title: 'From the other side' });
    expect((await summary()).total).toBe(total + 1);
    await world.test.db.stage.update({ where: { key: 'idea' }, data: { reachProbability: '0.15' } });
    await expectFresh();
    await world.test.db.user.updateMany({ data: { name: 'Somebody else' } });
    await expectFresh();
    await expectFreshLists();
  });

  it('show a write that was under way while they were read before', async () => {
    const { id, title } = await made();
    await summary();
    const titleOf = async () => (await summary()).matrix.find((point) => point.id === id)?.title;
    let commit: () => void = () => undefined;
    const mayEnd = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written: () => void = () => undefined;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const open = world.test.db.$transaction(async (tx) => {
      await tx.useCase.update({ where: { id }, data: { title: 'Written slowly' } });
      written();
      await mayEnd;
    });
    await isWritten;
    // Others write meanwhile, so that its number in the log is an old one when it ends.
    for (let n = 0; n < 3; n += 1) {
      await made();
      expect(await titleOf()).toBe(title);
    }
    commit();
    await open;
    expect(await titleOf()).toBe('Written slowly');
    await expectFresh();
  });

  it('are right for many who ask at once while others write', async () => {
    const rounds = Array.from({ length: 8 }, async (_, n) => {
      const { number } = await made();
      const { needs, total } = await summary(n % 2 ? 'admin' : 'owner');
      expect(needs.length + total).toBeGreaterThan(0);
      const seen = (await summary()).matrix.map((point) => point.number);
      expect(seen).toContain(number);
    });
    await Promise.all(rounds);
    await expectFresh();
    await expectFreshLists();
  });

  it('grow old: a month ends, a KPI becomes late, a year begins, a clock is put back', async () => {
    const { id } = await made();
    await intoProduction(id);
    const start = world.clock.now();
    for (const days of [0.01, 20, 40, 100, 230, 5, 0]) {
      world.clock.set(new Date(start.getTime() + days * DAY));
      await expectFresh();
    }
  });
});
