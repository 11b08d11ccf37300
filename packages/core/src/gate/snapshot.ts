import type { Db } from '@jalon/db';
import { findContributors } from '../use-case/contributors';

/** The use case as it is judged: its own fields, latest estimate, and KPIs with their last value. */
export async function snapshotOf(tx: Db, useCaseId: string): Promise<Record<string, unknown>> {
  const row = await tx.useCase.findUniqueOrThrow({
    where: { id: useCaseId },
    select: {
      number: true,
      title: true,
      problemStatement: true,
      expectedOutcome: true,
      sponsor: true,
      benefitType: true,
      feasibility: true,
      risk: true,
      status: true,
      stageSince: true,
      tags: true,
      version: true,
      businessUnit: { select: { name: true } },
      initiative: { select: { name: true } },
      owner: { select: { name: true } },
      contributorIds: true,
      stage: { select: { key: true, reachProbability: true } },
      estimates: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, omit: { useCaseId: true } },
      kpis: {
        select: {
          key: true,
          name: true,
          unit: true,
          direction: true,
          baseline: true,
          target: true,
          valuePerUnit: true,
          attribution: true,
          samples: { orderBy: { at: 'desc' }, take: 1, select: { at: true, value: true } },
        },
      },
    },
  });
  const { businessUnit, initiative, owner, contributorIds, stage, estimates, kpis, ...fields } = row;
  return {
    ...fields,
    businessUnit: businessUnit.name,
    initiative: initiative?.name ?? '',
    owner: owner.name,
    contributors: (await findContributors(tx, contributorIds)).map(({ name }) => name),
    stage,
    estimate: estimates[0] ?? null,
    kpis: kpis.map(({ samples, ...kpi }) => ({ ...kpi, last: samples[0] ?? null })),
  };
}
