import type { Db } from '@jalon/db';
import { withoutSecrets } from '../variable/open-variables';
import { snapshotVariables } from '../variable/variable.repository';
import { PLACEHOLDER } from './check-compose';

/**
 * Variables of one of the project's environments, or of the first, for reading its file: plain values as they are, a
 * placeholder for each secret, so that none can end up in a message about the file.
 */
export async function variablesForChecking(
  db: Db,
  projectId: string,
  environmentId?: string,
): Promise<Record<string, string>> {
  const environment = await db.environment.findFirst({
    where: { projectId, id: environmentId },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    select: { id: true },
  });
  return environment ? environmentVariablesForChecking(db, environment.id) : {};
}

/** The same for one environment. */
export async function environmentVariablesForChecking(
  db: Db,
  environmentId: string,
): Promise<Record<string, string>> {
  return withoutSecrets(await snapshotVariables(db, environmentId), PLACEHOLDER);
}
