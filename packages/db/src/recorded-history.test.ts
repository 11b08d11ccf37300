import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing';

let database: TestDatabase;
let useCaseId: string;
let kpiId: string;
let authorId: string;

/** The database's own clock, a millisecond on, so that what follows is surely later. */
async function moment(): Promise<Date> {
  const now = async () =>
    (
      await database.db.$queryRaw<
        { now: Date }[]
      >`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
    )[0]?.now as Date;
  const begin = await now();
  while ((await now()) <= begin);
  return begin;
}

const useCaseAt = async (at: Date) =>
  (
    await database.db.$queryRaw<Record<string, unknown>[]>`
      SELECT title, tags, status::text, "estimateLikely"::text AS likely, version FROM jalon_use_cases_at(${at})`
  )[0];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const owner = await db.user.create({
    data: { email: 'owner@jalon.test', name: 'Owner', passwordHash: 'x', role: 'BUSINESS' },
  });
  authorId = owner.id;
  const unit = await db.businessUnit.create({ data: { name: 'Retail credit' } });
  const { id: stageId } = await db.stage.findFirstOrThrow({ where: { key: 'idea' } });
  const useCase = await db.useCase.create({
    data: {
      title: 'Scoring',
      tags: ['credit'],
      businessUnitId: unit.id,
      ownerId: owner.id,
      benefitType: 'COST_REDUCTION',
      stageId,
    },
  });
  useCaseId = useCase.id;
  const kpi = await db.kpi.create({
    data: {
      useCaseId,
      key: 'share',
      name: 'Share',
      direction: 'LOWER_IS_BETTER',
      baseline: 28.2,
      target: 18,
    },
  });
  kpiId = kpi.id;
});
afterAll(() => database.close());

describe('recorded history', () => {
  it('gives a use case as it was, its estimate included, and nothing before it was there', async () => {
    const { db } = database;
    const first = await moment();
    const { stageId } = await db.useCase.findUniqueOrThrow({ where: { id: useCaseId } });
    const range = { low: 1, likely: 2, high: 3, startDate: new Date('2026-01-01') };
    await db.valueEstimate.create({ data: { useCaseId, stageId, authorId, ...range } });
    const second = await moment();
    await db.useCase.update({
      where: { id: useCaseId },
      data: { title: 'Renamed', tags: ['a', 'b'], status: 'ON_HOLD', version: 2 },
    });
    const third = await moment();
    const before = { title: 'Scoring', tags: ['credit'], status: 'ACTIVE', version: 1 };
    expect(await useCaseAt(first)).toEqual({ ...before, likely: null });
    expect(await useCaseAt(second)).toEqual({ ...before, likely: '2.00' });
    expect(await useCaseAt(third)).toEqual({
      title: 'Renamed',
      tags: ['a', 'b'],
      status: 'ON_HOLD',
      likely: '2.00',
      version: 2,
    });
    expect(await useCaseAt(new Date(0))).toBeUndefined();
  });

  it('writes nothing for a change that changes nothing', async () => {
    const { db } = database;
    const count = () => db.recordedRow.count({ where: { subjectId: useCaseId } });
    const before = await count();
    await db.useCase.update({ where: { id: useCaseId }, data: { title: 'Renamed' } });
    expect(await count()).toBe(before);
  });

  it('gives the terms of a KPI, a probability and the discount rate as they were', async () => {
    const { db } = database;
    const before = await moment();
    await db.kpi.update({ where: { id: kpiId }, data: { baseline: 30, attribution: 0.5 } });
    await db.stage.update({ where: { key: 'idea' }, data: { reachProbability: 0.2 } });
    await db.setting.update({ where: { key: 'discountRate' }, data: { value: '0.12' } });
    const at = async (when: Date) => {
      const [kpi] = await db.$queryRaw<{ terms: string }[]>`
        SELECT concat_ws(' ', trim_scale(baseline), trim_scale(attribution)) AS terms FROM jalon_kpis_at(${when})`;
      const [stage] = await db.$queryRaw<{ reach: string }[]>`
        SELECT trim_scale("reachProbability")::text AS reach FROM jalon_stages_at(${when}) WHERE key = 'idea'`;
      const [rate] = await db.$queryRaw<{ value: unknown }[]>`SELECT value FROM jalon_settings_at(${when})`;
      return [kpi?.terms, stage?.reach, String(rate?.value)];
    };
    expect(await at(before)).toEqual(['28.2 1', '0.1', '0.08']);
    expect(await at(await moment())).toEqual(['30 0.5', '0.2', '0.12']);
  });

  it('records the stays in each stage once', async () => {
    const { db } = database;
    const stage = await db.stage.findUniqueOrThrow({ where: { key: 'prototyping' } });
    const stageSince = new Date('2026-03-01T00:00:00Z');
    await db.useCase.update({ where: { id: useCaseId }, data: { stageId: stage.id, stageSince } });
    await db.useCase.update({ where: { id: useCaseId }, data: { stageId: stage.id, stageSince } });
    const stays = await db.stageStay.findMany({ where: { useCaseId }, orderBy: { id: 'asc' } });
    expect(stays).toHaveLength(2);
    expect(stays[1]).toMatchObject({ stageId: stage.id, since: stageSince });
  });

  it('keeps what a sample said before it was corrected or taken away, and when it was learned', async () => {
    const { db } = database;
    const at = new Date('2026-01-01T00:00:00Z');
    const begin = await moment();
    const lie = new Date('2020-01-01T00:00:00Z');
    const sample = await db.kpiSample.create({
      data: { kpiId, at, value: 20, source: 'MANUAL', recordedAt: lie },
    });
    expect(sample.recordedAt.getTime()).toBeGreaterThan(begin.getTime());
    const where = { id: sample.id };
    await db.kpiSample.update({ where, data: { value: 20 } });
    expect(await db.kpiSampleSuperseded.count()).toBe(0);
    await moment();
    const corrected = await db.kpiSample.update({ where, data: { value: 21 } });
    await moment();
    await db.kpiSample.delete({ where });
    const kept = await db.kpiSampleSuperseded.findMany({ orderBy: { id: 'asc' } });
    expect(kept.map((row) => row.value.toNumber())).toEqual([20, 21]);
    expect(kept[0]?.recordedAt).toEqual(sample.recordedAt);
    expect(kept[0]?.supersededAt).toEqual(corrected.recordedAt);
    expect(kept[1]?.recordedAt).toEqual(corrected.recordedAt);
    expect(kept[1]?.supersededAt.getTime()).toBeGreaterThan(corrected.recordedAt.getTime());
  });

  it('is written by triggers alone, and stays', async () => {
    const { db } = database;
    const row = { subject: 'UseCase', subjectId: useCaseId, recordedAt: new Date(), row: {} };
    await expect(db.recordedRow.create({ data: row })).rejects.toThrow(/triggers alone/);
    await expect(db.recordedRow.updateMany({ data: { subjectId: 'x' } })).rejects.toThrow(/append-only/);
    await expect(db.recordedRow.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.stageStay.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.kpiSampleSuperseded.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE "RecordedRow"`).rejects.toThrow(/append-only/);
  });

  it('lets nobody tell another past once the sample portfolio is loaded', async () => {
    const { db } = database;
    const tell = (title: string) =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('jalon.recorded_at', '2030-05-01T00:00:00Z', true)`;
        await tx.useCase.update({ where: { id: useCaseId }, data: { title } });
      });
    await tell('Told');
    expect(await useCaseAt(new Date('2030-05-01T00:00:00Z'))).toMatchObject({ title: 'Told' });
    await db.setting.create({ data: { key: 'sample.portfolio', value: {} } });
    await expect(tell('Told again')).rejects.toThrow(/refused/);
  });
});
