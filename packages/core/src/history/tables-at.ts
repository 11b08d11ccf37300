import { Prisma } from '@jalon/db';

/** The tables that the portfolio is computed from, each to be read under an alias. */
export interface PortfolioTables {
  useCases: Prisma.Sql;
  businessUnits: Prisma.Sql;
  stages: Prisma.Sql;
  kpis: Prisma.Sql;
  /** Columns kpiId, at, value, source. */
  samples: Prisma.Sql;
  /** Columns id, useCaseId, stageId, since: in the order of id. */
  stays: Prisma.Sql;
  settings: Prisma.Sql;
}

const PRESENT: PortfolioTables = {
  useCases: Prisma.sql`"UseCase"`,
  businessUnits: Prisma.sql`"BusinessUnit"`,
  stages: Prisma.sql`"Stage"`,
  kpis: Prisma.sql`"Kpi"`,
  samples: Prisma.sql`"KpiSample"`,
  stays: Prisma.sql`"StageStay"`,
  settings: Prisma.sql`"Setting"`,
};

/**
 * The tables as they were recorded at a moment, in the shape of the present ones (docs/decisions/0031); the present ones
 * themselves when there is no moment, so that today costs nothing more.
 */
export function tablesAt(moment: Date | null): PortfolioTables {
  if (!moment) return PRESENT;
  const at = Prisma.sql`${moment}::timestamptz`;
  return {
    useCases: Prisma.sql`jalon_use_cases_at(${at})`,
    businessUnits: Prisma.sql`jalon_business_units_at(${at})`,
    stages: Prisma.sql`jalon_stages_at(${at})`,
    kpis: Prisma.sql`jalon_kpis_at(${at})`,
    samples: Prisma.sql`(
      SELECT "kpiId", at, value, source FROM "KpiSample" WHERE "recordedAt" <= ${at}
      UNION ALL SELECT "kpiId", at, value, source FROM "KpiSampleSuperseded"
        WHERE "recordedAt" <= ${at} AND "supersededAt" > ${at})`,
    stays: Prisma.sql`(SELECT * FROM "StageStay" WHERE "recordedAt" <= ${at})`,
    settings: Prisma.sql`jalon_settings_at(${at})`,
  };
}
