import type { VariableCipher } from './variable-cipher';
import { readVariableKey } from './variable-key';

/**
 * One variable as a revision keeps it: a plain value, or a secret's ciphertext with what it is sealed for; without an
 * owner, that is the revision's environment.
 */
export type SealedVariable = { value: string } | { ciphertext: string; owner?: string };
/** A revision's snapshot of the variables that counted, by name; a service's own as `service/NAME`. */
export type VariableSnapshot = Record<string, SealedVariable>;

/**
 * The variables of a revision in the clear, by their name in the snapshot. Only the worker, and a plan preview that never
 * shows them, may call this.
 *
 * @throws DomainError INTERNAL when a secret cannot be opened
 */
export function openVariables(
  cipher: VariableCipher,
  environmentId: string,
  snapshot: VariableSnapshot,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(snapshot).map(([key, sealed]) => [key, openVariable(cipher, environmentId, key, sealed)]),
  );
}

/**
 * One variable of a snapshot in the clear.
 *
 * @throws DomainError INTERNAL when it cannot be opened
 */
export function openVariable(
  cipher: VariableCipher,
  environmentId: string,
  key: string,
  sealed: SealedVariable,
): string {
  if ('value' in sealed) return sealed.value;
  return cipher.open(sealed.owner ?? environmentId, readVariableKey(key).name, sealed.ciphertext);
}

/** Plain values as they are, `placeholder` for each secret: no message about a file can hold one. */
export function withoutSecrets(snapshot: VariableSnapshot, placeholder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(snapshot).map(([key, sealed]) => [key, 'value' in sealed ? sealed.value : placeholder]),
  );
}

/** Reads a snapshot from its JSON column; anything that is not one of the two forms is left out. */
export function readVariableSnapshot(json: unknown): VariableSnapshot {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, entry]) => {
      const sealed = readSealed(entry);
      return sealed ? [[name, sealed]] : [];
    }),
  );
}

function readSealed(entry: unknown): SealedVariable | null {
  if (typeof entry !== 'object' || entry === null) return null;
  if ('value' in entry && typeof entry.value === 'string') return { value: entry.value };
  if (!('ciphertext' in entry) || typeof entry.ciphertext !== 'string') return null;
  const { ciphertext } = entry;
  return 'owner' in entry && typeof entry.owner === 'string'
    ? { ciphertext, owner: entry.owner }
    : { ciphertext };
}
