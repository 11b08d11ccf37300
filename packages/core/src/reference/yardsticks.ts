import { type Db, Prisma, readRows } from '@jalon/db';
import { DISCOUNT_RATE_SETTING, discountRateOf } from './discount-rate';
import { type DbStage, type StageRow, toStage } from './stages';

/** What every figure of value is worked out with. */
export interface Yardsticks {
  /** In order. */
  stages: StageRow[];
  /** Yearly, as a decimal string: "0.08" is 8 %. */
  discountRate: string;
}

/** The stages and the discount rate as they are now, in one statement. */
export async function loadYardsticks(db: Db): Promise<Yardsticks> {
  const rows = await readRows<DbStage & { rate: unknown }>(
    db,
    Prisma.sql`
    SELECT id, key, position, "nameEn", "nameFr", trim_scale("reachProbability")::text AS "reachProbability",
      (SELECT value FROM "Setting" WHERE key = ${DISCOUNT_RATE_SETTING}) AS rate
    FROM "Stage" ORDER BY position`,
  );
  return {
    stages: rows.map(({ rate: _, ...row }) => toStage(row)),
    discountRate: discountRateOf(rows[0]?.rate),
  };
}
