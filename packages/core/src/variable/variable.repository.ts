import type { Db } from '@jalon/db';
import type { SealedVariable, VariableSnapshot } from './open-variables';

export interface StoredVariable {
  name: string;
  secret: boolean;
  value: string | null;
  ciphertext: string | null;
  updatedAt: Date;
}

/** The variables of an environment, by name; secrets as ciphertext. */
export function findVariables(db: Db, environmentId: string): Promise<StoredVariable[]> {
  return db.variable.findMany({
    where: { environmentId },
    orderBy: { name: 'asc' },
    select: { name: true, secret: true, value: true, ciphertext: true, updatedAt: true },
  });
}

/** The environment's variables as a revision keeps them. */
export async function snapshotVariables(db: Db, environmentId: string): Promise<VariableSnapshot> {
  const variables = await findVariables(db, environmentId);
  return Object.fromEntries(variables.map((variable) => [variable.name, toSealed(variable)]));
}

/** One stored variable as a snapshot keeps it. */
export function toSealed(variable: Pick<StoredVariable, 'value' | 'ciphertext'>): SealedVariable {
  return variable.ciphertext === null ? { value: variable.value ?? '' } : { ciphertext: variable.ciphertext };
}
