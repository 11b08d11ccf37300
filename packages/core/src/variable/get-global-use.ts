import {
  GLOBAL_USE_PLACES,
  type GlobalUse,
  type GlobalUsePlace,
  type GlobalVariableRef,
  type Principal,
} from '@jalon/contracts';
import type { CoreContext } from '../context';
import { figuresOf, findNearerVariables, findSeenEnvironments, globalUseOf } from './global-use';
import { requireScope } from './scope-rules';

/**
 * Where everybody's variable of a name counts, and where another one does: what setting or removing it will do. There need
 * be none yet. Authorized by the API (`setting:write`).
 *
 * @throws DomainError FORBIDDEN when it is not an admin
 */
export async function getGlobalUse(
  { db }: CoreContext,
  principal: Principal,
  { name }: GlobalVariableRef,
): Promise<GlobalUse> {
  requireScope(principal, 'GLOBAL');
  const [environments, nearer] = await Promise.all([
    findSeenEnvironments(db),
    findNearerVariables(db, [name]),
  ]);
  const places = globalUseOf(name, environments, nearer);
  // The sort keeps the order of the projects where the rank is the same.
  const ranked = [...places].sort((left, right) => rank(left) - rank(right));
  return { ...figuresOf(places), places: ranked.slice(0, GLOBAL_USE_PLACES) };
}

function rank({ overriddenBy, deployed }: GlobalUsePlace): number {
  if (overriddenBy !== null) return 2;
  return deployed ? 0 : 1;
}
