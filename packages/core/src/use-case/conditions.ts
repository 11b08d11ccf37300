import type { PortfolioFilter } from '@jalon/contracts';
import { Prisma } from '@jalon/db';

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
