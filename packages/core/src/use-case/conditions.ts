import type { PortfolioFilter, UseCaseFilter } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

const REFERENCE = /^uc-?(\d{1,9})$/i;

function textCondition(text: string): Prisma.Sql {
  const number = REFERENCE.exec(text)?.[1] ?? (/^\d{1,9}$/.test(text) ? text : undefined);
  if (number) return Prisma.sql`u.number = ${Number(number)}`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(u.title ILIKE ${pattern} OR u."problemStatement" ILIKE ${pattern}
    OR u."expectedOutcome" ILIKE ${pattern} OR b.name ILIKE ${pattern})`;
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

/** What a filter asks for, as a condition on the tables of the list. An empty filter holds for all. */
export function filterCondition(filter: PortfolioFilter & Partial<UseCaseFilter>): Prisma.Sql {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`];
  if (filter.stages?.length) conditions.push(Prisma.sql`s.key = ANY(${filter.stages})`);
  if (filter.statuses?.length) conditions.push(Prisma.sql`u.status::text = ANY(${filter.statuses})`);
  if (filter.businessUnitIds.length) {
    conditions.push(Prisma.sql`u."businessUnitId" = ANY(${filter.businessUnitIds}::uuid[])`);
  }
  if (filter.ownerIds.length) conditions.push(Prisma.sql`u."ownerId" = ANY(${filter.ownerIds}::uuid[])`);
  if (filter.benefitType) conditions.push(Prisma.sql`u."benefitType"::text = ${filter.benefitType}`);
  if (filter.tag) conditions.push(Prisma.sql`${filter.tag} = ANY(u.tags)`);
  conditions.push(...rangeConditions(filter));
  if (filter.text) conditions.push(textCondition(filter.text));
  return Prisma.join(conditions, ' AND ');
}
