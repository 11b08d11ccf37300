import { DomainError, type StageKey, type StageView } from '@jalon/contracts';
import { type Db, Prisma, readRows } from '@jalon/db';
import { tablesAt } from '../history/tables-at';

/** A stage with the id that rows refer to. */
export interface StageRow extends StageView {
  id: string;
}

export interface DbStage {
  id: string;
  key: string;
  position: number;
  nameEn: string;
  nameFr: string;
  reachProbability: string;
}

/** Every stage in order; as they were recorded at `moment`, now when null. */
export async function loadStages(db: Db, moment: Date | null = null): Promise<StageRow[]> {
  const rows = await readRows<DbStage>(
    db,
    Prisma.sql`
    SELECT id, key, position, "nameEn", "nameFr", trim_scale("reachProbability")::text AS "reachProbability"
    FROM ${tablesAt(moment).stages} s ORDER BY position`,
  );
  return rows.map(toStage);
}

export const toStage = ({ nameEn, nameFr, ...row }: DbStage): StageRow => ({
  ...row,
  key: row.key as StageKey,
  name: { en: nameEn, fr: nameFr },
});

/** Without the id: what pages see. */
export function stageView({ key, position, name, reachProbability }: StageRow): StageView {
  return { key, position, name, reachProbability };
}

/** The stage of an id or a key that the database itself gave. Throws INTERNAL when the stages are not seeded. */
export function stageOf(stages: readonly StageRow[], idOrKey: string): StageRow {
  const found = stages.find((stage) => stage.id === idOrKey || stage.key === idOrKey);
  if (!found) throw new DomainError('INTERNAL', `There is no stage ${idOrKey}. Run the migrations.`);
  return found;
}
