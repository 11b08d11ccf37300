import type { BenefitType, StageKey, UseCaseListItem, UseCaseStatus } from '@jalon/contracts';
import { type Db, Prisma } from '@jalon/db';
import { pertMean } from '@jalon/value';

/** A row of the list before its KPIs are put beside it. Amounts are text: they are never floating point. */
interface ListRow {
  id: string;
  number: number;
  title: string;
  businessUnitId: string;
  businessUnit: string;
  ownerId: string;
  owner: string;
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
  projectSlug: string | null;
}

/** The tables of the list, with the latest estimate beside each use case: u, b, o, s, e, p. */
export const LIST_TABLES = Prisma.sql`
  "UseCase" u
  JOIN "BusinessUnit" b ON b.id = u."businessUnitId"
  JOIN "User" o ON o.id = u."ownerId"
  JOIN "Stage" s ON s.id = u."stageId"
  LEFT JOIN "Project" p ON p."useCaseId" = u.id
  LEFT JOIN LATERAL (
    SELECT v.low, v.likely, v.high, v.currency FROM "ValueEstimate" v
    WHERE v."useCaseId" = u.id ORDER BY v."createdAt" DESC, v.id DESC LIMIT 1
  ) e ON true`;

export interface ListQuery {
  where: Prisma.Sql;
  orderBy: Prisma.Sql;
  limit?: number;
  offset?: number;
}

export type BareListItem = Omit<UseCaseListItem, 'kpis' | 'kpiState'>;

function toListItem(row: ListRow): BareListItem {
  const { low, likely, high } = row;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    businessUnit: { id: row.businessUnitId, name: row.businessUnit },
    owner: { id: row.ownerId, name: row.owner },
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
    projectSlug: row.projectSlug,
  };
}

/** Use cases with their latest range, in one query. */
export async function findUseCases(db: Db, query: ListQuery): Promise<BareListItem[]> {
  const page =
    query.limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${query.limit} OFFSET ${query.offset ?? 0}`;
  const rows = await db.$queryRaw<ListRow[]>`
    SELECT u.id, u.number, u.title, u."businessUnitId", b.name AS "businessUnit", u."ownerId", o.name AS owner,
      u."benefitType"::text AS "benefitType", u.feasibility, u.risk, s.key AS "stageKey",
      s.position AS "stagePosition", s."nameEn" AS "stageEn", s."nameFr" AS "stageFr",
      trim_scale(s."reachProbability")::text AS "reachProbability", u."stageSince", u.status::text AS status,
      u.tags, u.version, u."updatedAt", e.low::text AS low, e.likely::text AS likely, e.high::text AS high,
      e.currency, p.slug AS "projectSlug"
    FROM ${LIST_TABLES} WHERE ${query.where} ORDER BY ${query.orderBy} ${page}`;
  return rows.map(toListItem);
}

/** How many use cases a condition holds for. */
export async function countUseCases(db: Db, where: Prisma.Sql): Promise<number> {
  const rows = await db.$queryRaw<
    { count: bigint }[]
  >`SELECT count(*) AS count FROM ${LIST_TABLES} WHERE ${where}`;
  return Number(rows[0]?.count ?? 0);
}
