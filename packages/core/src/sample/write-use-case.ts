import type { GateDecision, GateItem, StageKey, UseCaseStatus } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { Policy } from '../gate';
import { toJson } from '../json';
import { type StageRow, stageOf } from '../reference';
import { businessUnitId, initiativeId } from '../use-case/people-and-unit';
import { pastChecklist } from './past-checklist';
import { daysBefore, monthlySamples } from './sample-clock';
import type { SampleReview, SampleUseCase } from './sample-use-case';
import { writeVerdicts } from './write-verdicts';

export interface SampleSetting {
  now: Date;
  stages: readonly StageRow[];
  policies: ReadonlyMap<StageKey, Policy>;
  owner: { id: string; name: string };
  /** Those whom it names; one who stands in for its owner too is left out. */
  contributors: readonly { id: string; name: string }[];
  approver: { id: string; name: string };
}

const STATUS_AFTER: Partial<Record<GateDecision, UseCaseStatus>> = { HOLD: 'ON_HOLD', NO_GO: 'REJECTED' };

/** Something that happened, so many days ago. */
interface Happening {
  daysAgo: number;
  write: () => Promise<unknown>;
}

function snapshotAt(sample: SampleUseCase, review: SampleReview, owner: string): Record<string, unknown> {
  const { title, problemStatement, expectedOutcome, businessUnit, benefitType, feasibility, risk } = sample;
  const estimate = sample.estimates.filter((entry) => entry.daysAgo >= review.daysAgo).at(-1) ?? null;
  const kpis = sample.kpis.map(({ key, name, unit, baseline, target }) => ({
    key,
    name,
    unit,
    baseline,
    target,
  }));
  return {
    title,
    problemStatement,
    expectedOutcome,
    businessUnit,
    owner,
    benefitType,
    feasibility,
    risk,
    stage: { key: review.from },
    estimate,
    kpis,
  };
}

function contributorsOf({ owner, contributors }: SampleSetting) {
  const byId = new Map(contributors.map((person) => [person.id, person]));
  byId.delete(owner.id);
  return [...byId.values()];
}

/** Lets what is written next be recorded under a moment of the past: docs/decisions/0031. */
export async function tellMoment(tx: Db, moment: Date | null): Promise<void> {
  await tx.$executeRaw`SELECT set_config('jalon.recorded_at', ${moment?.toISOString() ?? ''}, true)`;
}

async function writeInOrder(tx: Db, now: Date, happenings: readonly Happening[]): Promise<void> {
  for (const { daysAgo, write } of [...happenings].sort((left, right) => right.daysAgo - left.daysAgo)) {
    await tellMoment(tx, daysBefore(now, daysAgo));
    await write();
  }
}

/**
 * Writes one sample use case with its history, each thing recorded under the day on which it happened. Its business unit
 * is there already. Returns its id and number.
 */
export async function writeSampleUseCase(
  tx: Db,
  sample: SampleUseCase,
  setting: SampleSetting,
): Promise<{ id: string; number: number }> {
  const { now, stages, owner } = setting;
  const {
    estimates,
    reviews,
    kpis,
    owner: _owner,
    contributors: _people,
    stage,
    businessUnit,
    ...others
  } = sample;
  const { initiative = '', loggedDaysAgo, retiredDaysAgo, status, verification, ...fields } = others;
  const logged = daysBefore(now, loggedDaysAgo);
  await tellMoment(tx, logged);
  const useCase = await tx.useCase.create({
    data: {
      ...fields,
      businessUnitId: await businessUnitId(tx, businessUnit),
      initiativeId: await initiativeId(tx, initiative),
      ownerId: owner.id,
      contributorIds: contributorsOf(setting).map(({ id }) => id),
      stageId: stageOf(stages, reviews[0]?.from ?? stage).id,
      stageSince: logged,
      createdAt: logged,
    },
    select: { id: true, number: true },
  });
  const samples: Happening[] = [];
  for (const { samples: values, lastDaysAgo = 7, ...terms } of kpis) {
    const kpi = await tx.kpi.create({
      data: { ...terms, useCaseId: useCase.id, createdAt: logged },
      select: { id: true },
    });
    for (const { daysAgo, ...measured } of monthlySamples(now, values, lastDaysAgo)) {
      const data = { ...measured, kpiId: kpi.id, source: 'MANUAL' as const, createdById: owner.id };
      samples.push({ daysAgo, write: () => tx.kpiSample.create({ data, select: { id: true } }) });
    }
  }
  await writeInOrder(tx, now, [
    ...estimates.map(({ daysAgo, stage: madeIn, ...figures }) => ({
      daysAgo,
      write: () =>
        tx.valueEstimate.create({
          data: {
            ...figures,
            useCaseId: useCase.id,
            stageId: stageOf(stages, madeIn).id,
            startDate: daysBefore(now, daysAgo - 90),
            authorId: owner.id,
            createdAt: daysBefore(now, daysAgo),
          },
          select: { id: true },
        }),
    })),
    ...reviews.map((review, index) => ({
      daysAgo: review.daysAgo,
      write: () => writeReview(tx, sample, useCase.id, review, index + 2, setting),
    })),
    ...samples,
    ...(retiredDaysAgo === undefined
      ? []
      : [{ daysAgo: retiredDaysAgo, write: () => setStatus(tx, useCase.id, status) }]),
  ]);
  await tx.auditEvent.createMany({ data: pastEvents(sample, useCase, setting) });
  if (verification) await writeVerdicts(tx, useCase.id, verification, { now, finance: setting.approver });
  return useCase;
}

async function setStatus(tx: Db, id: string, status: UseCaseStatus): Promise<void> {
  await tx.useCase.update({ where: { id }, data: { status }, select: { id: true } });
}

async function writeReview(
  tx: Db,
  sample: SampleUseCase,
  useCaseId: string,
  review: SampleReview,
  version: number,
  { now, stages, policies, owner, approver }: SampleSetting,
): Promise<void> {
  const decidedAt = daysBefore(now, review.daysAgo);
  const toStageId = stageOf(stages, review.to).id;
  await tx.gateReview.create({
    data: {
      useCaseId,
      fromStageId: stageOf(stages, review.from).id,
      toStageId,
      decision: review.decision,
      rationale: review.rationale,
      checklist: toJson(
        pastChecklist(policies.get(review.from)?.items ?? [], review.open ?? []) satisfies GateItem[],
      ),
      snapshot: toJson(snapshotAt(sample, review, owner.name)),
      decidedById: approver.id,
      decidedAt,
    },
    select: { id: true },
  });
  await tx.useCase.update({
    where: { id: useCaseId },
    data: {
      version,
      status: STATUS_AFTER[review.decision] ?? 'ACTIVE',
      ...(review.from !== review.to ? { stageId: toStageId, stageSince: decidedAt } : {}),
    },
    select: { id: true },
  });
}

function pastEvents(
  { title, loggedDaysAgo, estimates, reviews }: SampleUseCase,
  useCase: { id: string; number: number },
  setting: SampleSetting,
) {
  const { now, owner, approver } = setting;
  const contributors = contributorsOf(setting).map(({ name }) => name);
  const event = (daysAgo: number, by: { id: string; name: string }, action: string, data: object) => ({
    at: daysBefore(now, daysAgo),
    actorId: by.id,
    actorName: by.name,
    action,
    subjectType: 'use-case',
    subjectId: useCase.id,
    data: toJson(data),
  });
  return [
    event(loggedDaysAgo, owner, 'use-case.created', {
      number: useCase.number,
      title,
      version: 1,
      ...(contributors.length > 0 ? { contributors } : {}),
    }),
    ...estimates.map(({ daysAgo, low, likely, high, stage }) =>
      event(daysAgo, owner, 'estimate.added', { low, likely, high, currency: 'EUR', stage }),
    ),
    ...reviews.map(({ daysAgo, decision, from, to, rationale }, index) =>
      event(daysAgo, approver, 'gate.decided', { version: index + 2, decision, from, to, rationale }),
    ),
  ].sort((left, right) => left.at.getTime() - right.at.getTime());
}
