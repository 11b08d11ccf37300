import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing';

let database: TestDatabase;
let useCaseId: string;
let stageId: string;
let projectId: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const owner = await db.user.create({
    data: { email: 'owner@jalon.test', name: 'Owner', passwordHash: 'x', role: 'BUSINESS' },
  });
  stageId = (await db.stage.findFirstOrThrow()).id;
  const unit = await db.businessUnit.create({ data: { name: 'Retail credit' } });
  const useCase = await db.useCase.create({
    data: {
      title: 'Scoring',
      businessUnitId: unit.id,
      ownerId: owner.id,
      benefitType: 'COST_REDUCTION',
      stageId,
    },
  });
  useCaseId = useCase.id;
  projectId = (await db.project.create({ data: { useCaseId, slug: 'scoring', name: 'Scoring' } })).id;
});
afterAll(() => database.close());

describe('append-only tables', () => {
  it('keep audit events', async () => {
    const { db } = database;
    const event = await db.auditEvent.create({ data: { action: 'x', subjectType: 'y', subjectId: 'z' } });
    await expect(db.auditEvent.update({ where: { id: event.id }, data: { action: 'w' } })).rejects.toThrow(
      /append-only/,
    );
    await expect(db.auditEvent.delete({ where: { id: event.id } })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow(/append-only/);
    expect(await db.auditEvent.count()).toBe(1);
  });

  it('keep value estimates and gate reviews, also from a cascade', async () => {
    const { db } = database;
    const author = randomUUID();
    const estimate = await db.valueEstimate.create({
      data: {
        useCaseId,
        stageId,
        low: 1,
        likely: 2,
        high: 3,
        startDate: new Date('2026-01-01'),
        authorId: author,
      },
    });
    const review = await db.gateReview.create({
      data: {
        useCaseId,
        fromStageId: stageId,
        toStageId: stageId,
        decision: 'HOLD',
        rationale: 'wait',
        checklist: [],
        snapshot: {},
        decidedById: author,
      },
    });
    const where = { id: estimate.id };
    await expect(db.valueEstimate.update({ where, data: { likely: 9 } })).rejects.toThrow(/append-only/);
    await expect(db.valueEstimate.delete({ where })).rejects.toThrow(/append-only/);
    await expect(
      db.gateReview.update({ where: { id: review.id }, data: { decision: 'GO' } }),
    ).rejects.toThrow(/append-only/);
    await expect(db.gateReview.delete({ where: { id: review.id } })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`DELETE FROM "UseCase" WHERE id = ${useCaseId}::uuid`).rejects.toThrow();
    expect((await db.valueEstimate.findUniqueOrThrow({ where })).likely.toNumber()).toBe(2);
  });
});

describe('a stack revision', () => {
  it('takes digests and nothing else, and goes only with its project', async () => {
    const { db } = database;
    const { id } = await db.stackRevision.create({
      data: { projectId, number: 1, composeText: 'services: {}', variables: {} },
    });
    const where = { id };
    await db.stackRevision.update({ where, data: { imageDigests: { model: 'sha256:a' } } });
    await db.stackRevision.update({
      where,
      data: { imageDigests: { model: 'sha256:a', jupyter: 'sha256:b' } },
    });
    await expect(
      db.stackRevision.update({ where, data: { imageDigests: { model: 'sha256:c' } } }),
    ).rejects.toThrow(/digest stays/);
    await expect(db.stackRevision.update({ where, data: { composeText: 'other' } })).rejects.toThrow(
      /immutable/,
    );
    await expect(db.stackRevision.delete({ where })).rejects.toThrow(/immutable/);
    await db.project.delete({ where: { id: projectId } });
    expect(await db.stackRevision.count()).toBe(0);
  });
});
