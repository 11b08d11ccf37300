import type { Db } from '@jalon/db';

/** Variable that the sample publishes its model's port by. */
export const MODEL_PORT = 'MODEL_PORT';

/** The first port of the host that a sample's model takes; each further sample project takes the next. */
const FIRST_PORT = 18_080;

/** A port that no environment's MODEL_PORT names, so that two of them on one host do not collide. */
export async function freeModelPort(db: Db): Promise<number> {
  const rows = await db.variable.findMany({ where: { name: MODEL_PORT }, select: { value: true } });
  const taken = new Set(rows.map((row) => Number(row.value)));
  let port = FIRST_PORT;
  while (taken.has(port)) port += 1;
  return port;
}
