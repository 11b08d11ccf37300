import type { StackModel } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import { readVariableSnapshot, withoutSecrets } from '../variable/open-variables';
import { checkCompose, PLACEHOLDER } from './check-compose';
import { readStackSource, STACK_SOURCE } from './stack-source';

/** The stack that an environment runs, or null when nothing is deployed. Secrets are replaced by a placeholder. */
export async function runningStack(db: Db, environmentId: string): Promise<StackModel | null> {
  const row = await db.environment.findUnique({
    where: { id: environmentId },
    select: { currentRevision: { select: { ...STACK_SOURCE, variables: true } } },
  });
  if (!row?.currentRevision) return null;
  const variables = withoutSecrets(readVariableSnapshot(row.currentRevision.variables), PLACEHOLDER);
  return checkCompose(readStackSource(row.currentRevision), variables).stack;
}
