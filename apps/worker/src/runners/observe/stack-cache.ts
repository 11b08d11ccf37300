import { isDomainError, type StackModel } from '@jalon/contracts';
import { openRevision, type RevisionSource } from '@jalon/core/deployment-progress';
import type { VariableCipher } from '@jalon/core/variable';

/** Stacks of revisions, which never change: reading one again every five seconds would be waste. */
export interface StackCache {
  /** Null for a revision that cannot be read any more. */
  read(environmentId: string, revision: RevisionSource): StackModel | null;
}

const ENTRIES = 100;

export function createStackCache(cipher: VariableCipher): StackCache {
  const cache = new Map<string, StackModel | null>();
  return {
    read(environmentId, revision) {
      const key = `${environmentId} ${revision.id}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const stack = readOrNull(cipher, environmentId, revision);
      if (cache.size >= ENTRIES) cache.clear();
      cache.set(key, stack);
      return stack;
    },
  };
}

function readOrNull(
  cipher: VariableCipher,
  environmentId: string,
  revision: RevisionSource,
): StackModel | null {
  try {
    return openRevision(cipher, environmentId, revision);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return null;
  }
}
