import type { BenefitType, KpiSource } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import type { GateFacts } from './facts';
import { findProjectFacts, NO_PROJECT } from './project-facts';

interface FactsRow {
  id: string;
  problemStatement: string;
  expectedOutcome: string;
  benefitType: BenefitType;
  stageSince: Date;
  ownerName: string;
  estimateId: string | null;
  expected: string | null;
  currency: string | null;
  estimatedAt: Date | null;
}

interface KpiRow {
  useCaseId: string;
  name: string;
  source: KpiSource;
  lastSampleAt: Date | null;
}

/** The newest estimate of each use case by its id; its figures stand beside the use case (docs/decisions/0029). */
function findRows(db: Db, ids: string[]): Promise<FactsRow[]> {
  return readRows<FactsRow>(
    db,
    Prisma.sql`
    SELECT u.id, u."problemStatement", u."expectedOutcome", u."benefitType"::text AS "benefitType", u."stageSince",
      o.name AS "ownerName", v.id AS "estimateId", u."estimateExpected"::text AS expected,
      u."estimateCurrency" AS currency, u."estimatedAt"
    FROM "UseCase" u JOIN "User" o ON o.id = u."ownerId"
    LEFT JOIN LATERAL (
      SELECT x.id FROM "ValueEstimate" x WHERE x."useCaseId" = u.id ORDER BY x."createdAt" DESC, x.id DESC LIMIT 1
    ) v ON true
    WHERE u.id = ANY(${ids}::uuid[])`,
  );
}

function findKpis(db: Db, ids: string[]): Promise<KpiRow[]> {
  return readRows<KpiRow>(
    db,
    Prisma.sql`
    SELECT k."useCaseId", k.name, k.source::text AS source, l.at AS "lastSampleAt"
    FROM "Kpi" k LEFT JOIN LATERAL (
      SELECT x.at FROM "KpiSample" x WHERE x."kpiId" = k.id ORDER BY x.at DESC LIMIT 1
    ) l ON true
    WHERE k."useCaseId" = ANY(${ids}::uuid[]) ORDER BY k."createdAt", k.id`,
  );
}

/** Facts of many use cases at once, by use case id. One that does not exist is left out. */
export async function gatherFacts(
  db: Db,
  useCaseIds: readonly string[],
  now: Date,
): Promise<Map<string, GateFacts>> {
  const ids = [...useCaseIds];
  const [rows, kpis, projects] = await Promise.all([
    findRows(db, ids),
    findKpis(db, ids),
    findProjectFacts(db, ids),
  ]);
  const kpisOf = new Map<string, GateFacts['kpis']>();
  for (const { useCaseId, ...kpi } of kpis) {
    const own = kpisOf.get(useCaseId);
    if (own) own.push(kpi);
    else kpisOf.set(useCaseId, [kpi]);
  }
  return new Map(
    rows.map(({ id, estimateId, expected, currency, estimatedAt, ...texts }) => {
      const facts: GateFacts = {
        now,
        ...texts,
        estimate:
          estimateId && expected !== null && estimatedAt
            ? { id: estimateId, expected, currency: currency ?? 'EUR', at: estimatedAt }
            : null,
        kpis: kpisOf.get(id) ?? [],
        ...(projects.get(id) ?? NO_PROJECT),
      };
      return [id, facts];
    }),
  );
}
