import type { Db } from '@jalon/db';
import { pertMean } from '@jalon/value';
import type { GateFacts } from './facts';
import { findProjectFacts, NO_PROJECT } from './project-facts';

/** Facts of many use cases at once, by use case id. One that does not exist is left out. */
export async function gatherFacts(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
): Promise<Map<string, GateFacts>> {
  const ids = [...useCaseIds];
  const [rows, projects] = await Promise.all([
    db.useCase.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        problemStatement: true,
        expectedOutcome: true,
        benefitType: true,
        stageSince: true,
        owner: { select: { name: true } },
        estimates: {
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 1,
          select: { id: true, low: true, likely: true, high: true, currency: true, createdAt: true },
        },
        kpis: {
          select: {
            name: true,
            source: true,
            samples: { orderBy: { at: 'desc' }, take: 1, select: { at: true } },
          },
        },
      },
    }),
    findProjectFacts(db, ids),
  ]);
  return new Map(
    rows.map(({ id, owner, estimates: [latest], kpis, ...texts }) => {
      const facts: GateFacts = {
        now,
        ...texts,
        ownerName: owner.name,
        estimate: latest
          ? {
              id: latest.id,
              expected: pertMean({
                low: latest.low.toFixed(2),
                likely: latest.likely.toFixed(2),
                high: latest.high.toFixed(2),
              }),
              currency: latest.currency,
              at: latest.createdAt,
            }
          : null,
        kpis: kpis.map(({ samples, ...kpi }) => ({ ...kpi, lastSampleAt: samples[0]?.at ?? null })),
        ...(projects.get(id) ?? NO_PROJECT),
      };
      return [id, facts];
    }),
  );
}
