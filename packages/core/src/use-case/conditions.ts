import type { PortfolioFilter } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

const REFERENCE = /^uc-?(\d{1,9})$/i;

/** The number of the use case that a text names (`UC-12`, or 12 alone); null when it is another text. */
export function referenceIn(text: string): number | null {
  const number = REFERENCE.exec(text)?.[1] ?? (/^\d{1,9}$/.test(text) ? text : undefined);
  return number ? Number(number) : null;
}

/** What a filter asks for, as a condition on `u`, the table of use cases, alone. An empty filter holds for all. */
export function filterCondition(filter: PortfolioFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`];
  if (filter.businessUnitIds.length) {
    conditions.push(Prisma.sql`u."businessUnitId" = ANY(${filter.businessUnitIds}::uuid[])`);
  }
  if (filter.initiativeIds.length) {
    conditions.push(Prisma.sql`u."initiativeId" = ANY(${filter.initiativeIds}::uuid[])`);
  }
  if (filter.ownerIds.length) conditions.push(Prisma.sql`u."ownerId" = ANY(${filter.ownerIds}::uuid[])`);
  if (filter.benefitType) conditions.push(Prisma.sql`u."benefitType" = ${filter.benefitType}::"BenefitType"`);
  if (filter.tag) conditions.push(Prisma.sql`${filter.tag} = ANY(u.tags)`);
  return Prisma.join(conditions, ' AND ');
}
