import type { VariableChange } from '@jalon/contracts';
import { isDomainError } from '@jalon/contracts';
import { openVariable, type SealedVariable, type VariableSnapshot } from './open-variables';
import type { VariableCipher } from './variable-cipher';

/** Variables with the environment that their secrets are sealed for; null when nobody knows it. */
export interface OwnedVariables {
  environmentId: string | null;
  variables: VariableSnapshot;
}

export interface VariableComparison {
  differences: { name: string; change: VariableChange; from?: SealedVariable; to?: SealedVariable }[];
  same: number;
}

/**
 * What is in one snapshot and not in the other, or with another value. Secrets are opened here to be told apart, and
 * nothing of them leaves: two ciphertexts of one value differ.
 */
export function compareVariables(
  cipher: VariableCipher,
  before: OwnedVariables,
  after: OwnedVariables,
): VariableComparison {
  const names = new Set([...Object.keys(before.variables), ...Object.keys(after.variables)]);
  const differences: VariableComparison['differences'] = [];
  for (const name of [...names].sort()) {
    const from = own(before.variables, name);
    const to = own(after.variables, name);
    if (!from) differences.push({ name, change: 'ADDED', to });
    else if (!to) differences.push({ name, change: 'REMOVED', from });
    else if (!isSame(cipher, name, { ...before, sealed: from }, { ...after, sealed: to }))
      differences.push({ name, change: 'CHANGED', from, to });
  }
  return { differences, same: names.size - differences.length };
}

interface Owned {
  environmentId: string | null;
  sealed: SealedVariable;
}

function isSame(cipher: VariableCipher, name: string, one: Owned, other: Owned): boolean {
  if ('value' in one.sealed || 'value' in other.sealed) {
    return 'value' in one.sealed && 'value' in other.sealed && one.sealed.value === other.sealed.value;
  }
  if (one.sealed.ciphertext === other.sealed.ciphertext) return true;
  const opened = open(cipher, name, one);
  return opened !== null && opened === open(cipher, name, other);
}

/** Null for a secret that cannot be opened any more: it counts as changed. */
function open(cipher: VariableCipher, name: string, { environmentId, sealed }: Owned): string | null {
  if (!('ciphertext' in sealed) || (environmentId === null && sealed.owner === undefined)) return null;
  try {
    return openVariable(cipher, environmentId ?? '', name, sealed);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return null;
  }
}

function own(snapshot: VariableSnapshot, name: string): SealedVariable | undefined {
  return Object.hasOwn(snapshot, name) ? snapshot[name] : undefined;
}
