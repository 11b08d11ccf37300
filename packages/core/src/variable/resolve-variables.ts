import { VARIABLE_SCOPES, type VariableScope } from '@jalon/contracts';
import { variableKey } from './variable-key';

/** A variable of one scope, as far as it matters for which one wins. */
export interface ScopedName {
  name: string;
  scope: VariableScope;
  service: string | null;
}

/** The value that counts, and those of wider scopes that it keeps from counting, nearest first. */
export interface Resolved<T> {
  key: string;
  winner: T;
  overrides: T[];
}

/**
 * Which of several variables of one name counts: a service's own before the environment's, then the project's, the use
 * case's, everybody's. A service's own is a variable beside the shared one, for that service alone. Pure; sorted by name,
 * then service.
 */
export function resolveVariables<T extends ScopedName>(variables: readonly T[]): Resolved<T>[] {
  const nearestFirst = [...variables].sort((left, right) => rank(left) - rank(right));
  const shared = nearestFirst.filter(({ service }) => service === null);
  const own = nearestFirst.filter(({ service }) => service !== null);
  const chains = new Map<string, T[]>();
  for (const variable of shared) chains.set(variable.name, [...(chains.get(variable.name) ?? []), variable]);
  const resolved = [...chains].flatMap(([key, [winner, ...overrides]]) =>
    winner ? [{ key, winner, overrides }] : [],
  );
  const ofServices = own.map((winner) => ({
    key: variableKey(winner.name, winner.service),
    winner,
    overrides: chains.get(winner.name) ?? [],
  }));
  return [...resolved, ...ofServices].sort(byName);
}

function rank({ scope }: ScopedName): number {
  return VARIABLE_SCOPES.indexOf(scope);
}

function byName({ winner: left }: Resolved<ScopedName>, { winner: right }: Resolved<ScopedName>): number {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  return (left.service ?? '') < (right.service ?? '') ? -1 : 1;
}
