import { parseStack, type StackOptions } from '@jalon/compose';
import { isDomainError } from '@jalon/contracts';
import type { PolicyAllowance } from '../../policy/allowance';
import { checkPolicy } from '../../policy/policy';

export interface Verdict {
  /** What refused it, each once and sorted: rules of the policy, or the code of the reader's error. None: let through. */
  rules: string[];
  messages: string[];
}

/** What becomes of a Compose file: the reader's word, and then the policy's. Throws whatever is no DomainError. */
export function verdictOn(
  text: string,
  variables: Record<string, string> = {},
  project: StackOptions = {},
  allowance: PolicyAllowance = {},
): Verdict {
  try {
    const refusals = checkPolicy(parseStack(text, variables, project).stack, allowance);
    return {
      rules: [...new Set(refusals.map(({ rule }) => rule))].sort(),
      messages: refusals.map(({ message }) => message),
    };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return {
      rules: [error.code],
      messages: error.details.map(({ path, message }) => `${path}: ${message}`),
    };
  }
}
