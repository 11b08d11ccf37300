import type { StackModel } from '@jalon/contracts';
import { parseWithVariables } from '../stack/parse-with-variables';
import { openVariables, readVariableSnapshot } from '../variable/open-variables';
import type { VariableCipher } from '../variable/variable-cipher';
import type { RevisionSource } from './open-deployment';

/**
 * The stack of a stored revision, secrets in the clear: for the worker, which makes containers of it, and for nobody
 * else.
 *
 * @throws DomainError COMPOSE_INVALID · VARIABLE_MISSING · INTERNAL when a secret cannot be opened
 */
export function openRevision(
  cipher: VariableCipher,
  environmentId: string,
  revision: RevisionSource,
): StackModel {
  const variables = openVariables(cipher, environmentId, readVariableSnapshot(revision.variables));
  return parseWithVariables(revision, variables).stack;
}
