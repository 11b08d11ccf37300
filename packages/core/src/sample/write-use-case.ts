import type { GateItem, StageKey } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { Policy } from '../gate';
import { toJson } from '../json';
import { type StageRow, stageOf } from '../reference';
import { businessUnitId } from '../use-case/people-and-unit';
import { pastChecklist } from './past-checklist';
import { daysBefore, monthlySamples } from './sample-clock';
import type { SampleReview, SampleUseCase } from './sample-use-case';

export interface SampleSetting {
  now: Date;
  stages: readonly StageRow[];
  policies: ReadonlyMap<StageKey, Policy>;
  owner: { id: string; name: string };
  approver: { id: string; name: string };
}

/** The last day on which its stage changed: what `stageSince` says. */
function stageSinceDays(sample: SampleUseCase): number {
  return sample.reviews.filter((review) => review.from !== review.to).at(-1)?.daysAgo ?? sample.loggedDaysAgo;
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

/** Writes one sample use case with its history. Returns its id and number. */
export async function writeSampleUseCase(
  tx: Db,
  sample: SampleUseCase,
  { now, stages, policies, owner, approver }: SampleSetting,
): Promise<{ id: string; number: number }> {
  const { estimates, reviews, kpis, owner: _owner, stage, businessUnit, loggedDaysAgo, ...fields } = sample;
  const logged = daysBefore(now, loggedDaysAgo);
  const useCase = await tx.useCase.create({
    data: {
      ...fields,
      businessUnitId: await businessUnitId(tx, businessUnit),
      ownerId: owner.id,
      stageId: stageOf(stages, stage).id,
      stageSince: daysBefore(now, stageSinceDays(sample)),
      version: 1 + reviews.length,
      createdAt: logged,
    },
    select: { id: true, number: true },
  });
  const event = (daysAgo: number, by: { id: string; name: string }, action: string, data: object) => ({
    at: daysBefore(now, daysAgo),
    actorId: by.id,
    actorName: by.name,
    action,
    subjectType: 'use-case',
    subjectId: useCase.id,
    data: toJson(data),
  });
  await tx.valueEstimate.createMany({
    data: estimates.map(({ daysAgo, stage: madeIn, ...figures }) => ({
      ...figures,
      useCaseId: useCase.id,
      stageId: stageOf(stages, madeIn).id,
      startDate: daysBefore(now, daysAgo - 90),
      authorId: owner.id,
      createdAt: daysBefore(now, daysAgo),
    })),
  });
  for (const { samples, lastDaysAgo = 7, ...terms } of kpis) {
    const kpi = await tx.kpi.create({
      data: { ...terms, useCaseId: useCase.id, createdAt: logged },
      select: { id: true },
    });
    await tx.kpiSample.createMany({
      data: monthlySamples(now, samples, lastDaysAgo).map((measured) => ({
        ...measured,
        kpiId: kpi.id,
        source: 'MANUAL' as const,
        createdById: owner.id,
      })),
    });
  }
  await tx.gateReview.createMany({
    data: reviews.map((review) => ({
      useCaseId: useCase.id,
      fromStageId: stageOf(stages, review.from).id,
      toStageId: stageOf(stages, review.to).id,
      decision: review.decision,
      rationale: review.rationale,
      checklist: toJson(
        pastChecklist(policies.get(review.from)?.items ?? [], review.open ?? []) satisfies GateItem[],
      ),
      snapshot: toJson(snapshotAt(sample, review, owner.name)),
      decidedById: approver.id,
      decidedAt: daysBefore(now, review.daysAgo),
    })),
  });
  await tx.auditEvent.createMany({
    data: [
      event(loggedDaysAgo, owner, 'use-case.created', {
        number: useCase.number,
        title: fields.title,
        version: 1,
      }),
      ...estimates.map(({ daysAgo, low, likely, high, stage: madeIn }) =>
        event(daysAgo, owner, 'estimate.added', { low, likely, high, currency: 'EUR', stage: madeIn }),
      ),
      ...reviews.map(({ daysAgo, decision, from, to, rationale }, index) =>
        event(daysAgo, approver, 'gate.decided', { version: index + 2, decision, from, to, rationale }),
      ),
    ].sort((left, right) => left.at.getTime() - right.at.getTime()),
  });
  return useCase;
}
