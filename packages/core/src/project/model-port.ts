import type { Tx } from '@jalon/db';

/** The first port of the host that a sample's model takes; each further sample project takes the next. */
const FIRST_PORT = 18_080;

/** A port that no other project's MODEL_PORT names, so that two samples on one host do not collide. */
export async function freeModelPort(tx: Tx): Promise<number> {
  const rows = await tx.variable.findMany({ where: { name: 'MODEL_PORT' }, select: { value: true } });
  const taken = new Set(rows.map((row) => Number(row.value)));
  let port = FIRST_PORT;
  while (taken.has(port)) port += 1;
  return port;
}
