import type { VariableCipher } from './variable-cipher';

/** One variable as a revision keeps it: a plain value, or a secret's ciphertext. */
export type SealedVariable = { value: string } | { ciphertext: string };
/** A revision's snapshot of its environment's variables, by name. */
export type VariableSnapshot = Record<string, SealedVariable>;

/**
 * The variables of a revision in the clear, for interpolation. Only the worker, and a plan preview that never
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
    Object.entries(snapshot).map(([name, sealed]) => [
      name,
      'value' in sealed ? sealed.value : cipher.open(environmentId, name, sealed.ciphertext),
    ]),
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
  if ('ciphertext' in entry && typeof entry.ciphertext === 'string') return { ciphertext: entry.ciphertext };
  return null;
}
