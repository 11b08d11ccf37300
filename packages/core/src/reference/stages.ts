import { DomainError, type StageKey, type StageView } from '@jalon/contracts';
import type { Db } from '@jalon/db';

/** A stage with the id that rows refer to. */
export interface StageRow extends StageView {
  id: string;
}

/** Every stage in order. */
export async function loadStages(db: Db): Promise<StageRow[]> {
  const rows = await db.stage.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, key: true, position: true, nameEn: true, nameFr: true, reachProbability: true },
  });
  return rows.map((row) => ({
    id: row.id,
    key: row.key as StageKey,
    position: row.position,
    name: { en: row.nameEn, fr: row.nameFr },
    reachProbability: row.reachProbability.toString(),
  }));
}

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
