import type { Db } from '@jalon/db';
import { checkCompose } from './check-compose';
import { readStackSource, STACK_SOURCE } from './stack-source';
import { environmentVariablesForChecking } from './variables-for-checking';

/**
 * The saved file as an environment reads it: its services and jobs by name, none while it cannot be read, and the variables
 * that it needs in vain.
 */
export async function readSavedFile(
  db: Db,
  { id, projectId }: { id: string; projectId: string },
): Promise<{ services: string[]; missing: string[] }> {
  const row = await db.stack.findUnique({ where: { projectId }, select: STACK_SOURCE });
  const check = checkCompose(readStackSource(row), await environmentVariablesForChecking(db, id));
  return { services: Object.keys(check.stack?.services ?? {}).sort(), missing: check.missingVariables };
}
