import type { PortfolioFilter, UseCaseFilter, UseCaseSort } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

const REFERENCE = /^uc-?(\d{1,9})$/i;

function textCondition(text: string): Prisma.Sql {
  const number = REFERENCE.exec(text)?.[1] ?? (/^\d{1,9}$/.test(text) ? text : undefined);
  if (number) return Prisma.sql`u.number = ${Number(number)}`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(u.title ILIKE ${pattern} OR u."problemStatement" ILIKE ${pattern}
    OR u."expectedOutcome" ILIKE ${pattern} OR b.name ILIKE ${pattern})`;
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
  if (filter.text) conditions.push(textCondition(filter.text));
  return Prisma.join(conditions, ' AND ');
}

const SORT_COLUMNS: Record<UseCaseSort, Prisma.Sql> = {
  number: Prisma.sql`u.number`,
  title: Prisma.sql`lower(u.title)`,
  businessUnit: Prisma.sql`lower(b.name)`,
  owner: Prisma.sql`lower(o.name)`,
  stage: Prisma.sql`s.position`,
  expected: Prisma.sql`(e.low + 4 * e.likely + e.high)`,
  feasibility: Prisma.sql`u.feasibility`,
  risk: Prisma.sql`u.risk`,
  updated: Prisma.sql`u."updatedAt"`,
};

/** The order of a list; what has no value comes last, and equal ones by number. */
export function sortOrder(sort: UseCaseSort, descending: boolean): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${SORT_COLUMNS[sort]} ${direction} NULLS LAST, u.number ${direction}`;
}
