import type { StackModel } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { readVariableSnapshot, withoutSecrets } from '../variable/open-variables';
import { checkCompose, PLACEHOLDER } from './check-compose';

/** The stack that an environment runs, or null when nothing is deployed. Secrets are replaced by a placeholder. */
export async function runningStack(db: Db, environmentId: string): Promise<StackModel | null> {
  const row = await db.environment.findUnique({
    where: { id: environmentId },
    select: { currentRevision: { select: { composeText: true, variables: true } } },
  });
  if (!row?.currentRevision) return null;
  const variables = withoutSecrets(readVariableSnapshot(row.currentRevision.variables), PLACEHOLDER);
  return checkCompose(row.currentRevision.composeText, variables).stack;
}
