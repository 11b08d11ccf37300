import type { GlobalVariable, Principal } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { figuresOf, findNearerVariables, findSeenEnvironments, globalUseOf } from './global-use';
import { requireScope } from './scope-rules';

/**
 * Everybody's variables by name, each with where it counts, in figures. A secret's value is never among them. Authorized by
 * the API (`setting:write`).
 *
 * @throws DomainError FORBIDDEN when it is not an admin
 */
export async function listGlobalVariables(
  { db }: CoreContext,
  principal: Principal,
): Promise<GlobalVariable[]> {
  requireScope(principal, 'GLOBAL');
  const variables = await db.variable.findMany({
    where: { scope: 'GLOBAL' },
    orderBy: { name: 'asc' },
    select: { name: true, secret: true, value: true, updatedAt: true },
  });
  if (variables.length === 0) return [];
  const [environments, nearer] = await Promise.all([
    findSeenEnvironments(db),
    findNearerVariables(
      db,
      variables.map(({ name }) => name),
    ),
  ]);
  return variables.map(({ name, secret, value, updatedAt }) => ({
    name,
    secret,
    value: secret ? null : value,
    updatedAt,
    use: figuresOf(globalUseOf(name, environments, nearer)),
  }));
}
