import type { BenefitType, StageKey, UseCaseListItem, UseCaseStatus } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { pertMean } from '@jalon/value';
import { tablesAt } from '../history/tables-at';

/** A row of the list before its KPIs are put beside it. Amounts are text: they are never floating point. */
interface ListRow {
  id: string;
  number: number;
  title: string;
  businessUnitId: string;
  businessUnit: string;
  initiativeId: string | null;
  initiative: string | null;
  ownerId: string;
  owner: string;
  contributorIds: string[];
  sponsor: string;
  benefitType: BenefitType;
  feasibility: number;
  risk: number;
  stageKey: StageKey;
  stagePosition: number;
  stageEn: string;
  stageFr: string;
  reachProbability: string;
  stageSince: Date;
  status: UseCaseStatus;
  tags: string[];
  version: number;
  updatedAt: Date;
  low: string | null;
  likely: string | null;
  high: string | null;
  currency: string | null;
  riskAdjusted: string | null;
  startDate: string | null;
  rampUpMonths: number | null;
  estimatedAt: Date | null;
  createdAt: Date;
  projectSlug: string | null;
}

/**
 * The tables of the list: u, b, i, o, s, p. The newest estimate's figures stand in u (docs/decisions/0029). As they were
 * recorded at `moment`, now when null; names of people, initiatives and projects are those of today.
 */
export function listTables(moment: Date | null): Prisma.Sql {
  const { useCases, businessUnits, stages } = tablesAt(moment);
  return Prisma.sql`
    ${useCases} u
    JOIN ${businessUnits} b ON b.id = u."businessUnitId"
    LEFT JOIN "Initiative" i ON i.id = u."initiativeId"
    JOIN "User" o ON o.id = u."ownerId"
    JOIN ${stages} s ON s.id = u."stageId"
    LEFT JOIN "Project" p ON p."useCaseId" = u.id`;
}

export interface ListQuery {
  where: Prisma.Sql;
  orderBy: Prisma.Sql;
  /** As it was recorded then; now when absent. */
  moment?: Date | null;
}

export type BareListItem = Omit<UseCaseListItem, 'kpis' | 'kpiState'>;

function toListItem(row: ListRow): BareListItem {
  const { low, likely, high, startDate, rampUpMonths, estimatedAt } = row;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    businessUnit: { id: row.businessUnitId, name: row.businessUnit },
    initiative: row.initiativeId === null ? null : { id: row.initiativeId, name: row.initiative ?? '' },
    owner: { id: row.ownerId, name: row.owner },
    contributorIds: row.contributorIds,
    sponsor: row.sponsor,
    benefitType: row.benefitType,
    feasibility: row.feasibility,
    risk: row.risk,
    stage: {
      key: row.stageKey,
      position: row.stagePosition,
      name: { en: row.stageEn, fr: row.stageFr },
      reachProbability: row.reachProbability,
    },
    stageSince: row.stageSince,
    status: row.status,
    tags: row.tags,
    version: row.version,
    updatedAt: row.updatedAt,
    range:
      low !== null && likely !== null && high !== null
        ? { low, likely, high, expected: pertMean({ low, likely, high }), currency: row.currency ?? 'EUR' }
        : null,
    riskAdjusted: row.riskAdjusted,
    plan:
      startDate !== null && rampUpMonths !== null && estimatedAt !== null
        ? { startDate, rampUpMonths, estimatedAt }
        : null,
    createdAt: row.createdAt,
    projectSlug: row.projectSlug,
  };
}

const COLUMNS = Prisma.sql`
  u.id, u.number, u.title, u."businessUnitId", b.name AS "businessUnit", u."initiativeId", i.name AS initiative,
  u."ownerId", o.name AS owner,
  COALESCE(u."contributorIds", '{}')::text[] AS "contributorIds", u.sponsor, u."benefitType"::text AS "benefitType", u.feasibility, u.risk, s.key AS "stageKey",
  s.position AS "stagePosition", s."nameEn" AS "stageEn", s."nameFr" AS "stageFr",
  trim_scale(s."reachProbability")::text AS "reachProbability", u."stageSince", u.status::text AS status,
  u.tags, u.version, u."createdAt", u."updatedAt", u."estimateLow"::text AS low,
  u."estimateLikely"::text AS likely, u."estimateHigh"::text AS high, u."estimateCurrency" AS currency,
  round(u."estimateExpected" * s."reachProbability", 2)::text AS "riskAdjusted",
  u."estimateStart"::text AS "startDate", u."estimateRampUp" AS "rampUpMonths", u."estimatedAt",
  p.slug AS "projectSlug"`;

/** Use cases with their latest range, in one query. */
export async function findUseCases(
  db: Db,
  { where, orderBy, moment = null }: ListQuery,
): Promise<BareListItem[]> {
  const rows = await readRows<ListRow>(
    db,
    Prisma.sql`
    SELECT ${COLUMNS} FROM ${listTables(moment)} WHERE ${where} ORDER BY ${orderBy}`,
  );
  return rows.map(toListItem);
}
