import type { VariableScope } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { SealedVariable, VariableSnapshot } from './open-variables';
import { resolveVariables } from './resolve-variables';

export interface StoredVariable {
  name: string;
  scope: VariableScope;
  service: string | null;
  /** What its ciphertext is sealed for. */
  owner: string;
  secret: boolean;
  value: string | null;
  ciphertext: string | null;
  updatedAt: Date;
}

const STORED = {
  name: true,
  scope: true,
  service: true,
  owner: true,
  secret: true,
  value: true,
  ciphertext: true,
  updatedAt: true,
} as const;

/** Every variable that an environment sees, of all scopes, by name; secrets as ciphertext. */
export function findVariables(db: Db, environmentId: string): Promise<StoredVariable[]> {
  const ofEnvironment = { environments: { some: { id: environmentId } } };
  return db.variable.findMany({
    where: {
      OR: [
        { environmentId },
        { scope: 'GLOBAL' },
        { project: ofEnvironment },
        { useCase: { project: ofEnvironment } },
      ],
    },
    orderBy: { name: 'asc' },
    select: STORED,
  });
}

/** The variables that are an environment's own, and its services', by name. */
export function findOwnVariables(db: Db, environmentId: string): Promise<StoredVariable[]> {
  return db.variable.findMany({ where: { environmentId }, orderBy: { name: 'asc' }, select: STORED });
}

/** The variables that every environment of a project sees, by name. */
export function findInheritedVariables(db: Db, projectId: string): Promise<StoredVariable[]> {
  return db.variable.findMany({
    where: { OR: [{ scope: 'GLOBAL' }, { projectId }, { useCase: { project: { id: projectId } } }] },
    orderBy: { name: 'asc' },
    select: STORED,
  });
}

/** What `${NAME}` means in an environment's Compose file: of each name the variable that counts. */
export async function findSharedVariables(db: Db, environmentId: string): Promise<StoredVariable[]> {
  const resolved = resolveVariables(await findVariables(db, environmentId));
  return resolved.map(({ winner }) => winner).filter(({ service }) => service === null);
}

/** What an environment's variables are worth now, of every scope, as a revision keeps it. */
export async function snapshotVariables(db: Db, environmentId: string): Promise<VariableSnapshot> {
  return toSnapshot(await findVariables(db, environmentId));
}

/** The variables that count, as a snapshot. Pure. */
export function toSnapshot(variables: readonly StoredVariable[]): VariableSnapshot {
  return Object.fromEntries(resolveVariables(variables).map(({ key, winner }) => [key, toSealed(winner)]));
}

/** One stored variable as a snapshot keeps it. */
function toSealed({ value, ciphertext, scope, owner }: StoredVariable): SealedVariable {
  if (ciphertext === null) return { value: value ?? '' };
  // The snapshot belongs to an environment: what is sealed for it needs no owner.
  return scope === 'ENVIRONMENT' ? { ciphertext } : { ciphertext, owner };
}
