import type { Db } from '@jalon/db';
import { checkCompose } from './check-compose';
import { environmentVariablesForChecking } from './variables-for-checking';

/** Services and jobs of the saved file as an environment reads it, by name; none while it cannot be read. */
export async function listServices(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<string[]> {
  const row = await db.stack.findUnique({ where: { projectId }, select: { composeText: true } });
  const { stack } = checkCompose(row?.composeText ?? '', await environmentVariablesForChecking(db, id));
  return Object.keys(stack?.services ?? {}).sort();
}
