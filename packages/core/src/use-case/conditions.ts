import type { PortfolioFilter, UseCaseFilter } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

const REFERENCE = /^uc-?(\d{1,9})$/i;

/** The number of the use case that a text names (`UC-12`, or 12 alone); null when it is another text. */
export function referenceIn(text: string): number | null {
  const number = REFERENCE.exec(text)?.[1] ?? (/^\d{1,9}$/.test(text) ? text : undefined);
  return number ? Number(number) : null;
}

function textCondition(text: string): Prisma.Sql {
  const number = referenceIn(text);
  if (number !== null) return Prisma.sql`u.number = ${number}`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(u."searchText" LIKE lower(${pattern})
    OR u."businessUnitId" IN (SELECT id FROM "BusinessUnit" WHERE name ILIKE ${pattern}))`;
}

function rangeConditions(filter: Partial<UseCaseFilter>): Prisma.Sql[] {
  const { valueFrom, valueTo, feasibilityFrom, feasibilityTo } = filter;
  return [
    ...(valueFrom ? [Prisma.sql`u."estimateExpected" >= ${valueFrom}::numeric`] : []),
    ...(valueTo ? [Prisma.sql`u."estimateExpected" <= ${valueTo}::numeric`] : []),
    ...(feasibilityFrom ? [Prisma.sql`u.feasibility >= ${feasibilityFrom}`] : []),
    ...(feasibilityTo ? [Prisma.sql`u.feasibility <= ${feasibilityTo}`] : []),
  ];
}

/** One stage is named by its id, so that an index that begins with it is read in order. */
function stageCondition(keys: readonly string[]): Prisma.Sql {
  const ids = Prisma.sql`SELECT id FROM "Stage" WHERE key = ANY(${keys})`;
  return keys.length === 1 ? Prisma.sql`u."stageId" = (${ids})` : Prisma.sql`u."stageId" IN (${ids})`;
}

/** What a filter asks for, as a condition on `u`, the table of use cases, alone. An empty filter holds for all. */
export function filterCondition(filter: PortfolioFilter & Partial<UseCaseFilter>): Prisma.Sql {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`];
  if (filter.stages?.length) conditions.push(stageCondition(filter.stages));
  if (filter.statuses?.length) {
    conditions.push(Prisma.sql`u.status = ANY(${filter.statuses}::"UseCaseStatus"[])`);
  }
  if (filter.businessUnitIds.length) {
    conditions.push(Prisma.sql`u."businessUnitId" = ANY(${filter.businessUnitIds}::uuid[])`);
  }
  if (filter.initiativeIds.length) {
    conditions.push(Prisma.sql`u."initiativeId" = ANY(${filter.initiativeIds}::uuid[])`);
  }
  if (filter.ownerIds.length) conditions.push(Prisma.sql`u."ownerId" = ANY(${filter.ownerIds}::uuid[])`);
  if (filter.benefitType) conditions.push(Prisma.sql`u."benefitType" = ${filter.benefitType}::"BenefitType"`);
  if (filter.tag) conditions.push(Prisma.sql`${filter.tag} = ANY(u.tags)`);
  conditions.push(...rangeConditions(filter));
  if (filter.text) conditions.push(textCondition(filter.text));
  return Prisma.join(conditions, ' AND ');
}
