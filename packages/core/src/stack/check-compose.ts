import { type ErrorDetail, isDomainError, type StackModel } from '@jalon/contracts';
import { splitVariables } from '../variable/variable-key';
import { parseWithVariables } from './parse-with-variables';
import { missingVariables } from './referenced-variables';

export interface ComposeCheck {
  /** null when the file cannot be read. A missing variable alone leaves it readable. */
  stack: StackModel | null;
  problems: ErrorDetail[];
  /** What the file says and nobody here acts on. */
  warnings: ErrorDetail[];
  missingVariables: string[];
}

/** What stands for a variable that is not set, or not to be shown, where only the shape of the file is asked for. */
export const PLACEHOLDER = '0';

/**
 * Reads a Compose file and says all that is wrong with it; throws for nothing that a person may have typed.
 * @param variables by their name in a snapshot: a service's own as `service/NAME`
 */
export function checkCompose(composeText: string, variables: Record<string, string>): ComposeCheck {
  const { shared, services } = splitVariables(variables);
  const own = new Set(Object.values(services).flatMap((values) => Object.keys(values)));
  const missing = missingVariables(composeText, new Set(Object.keys(shared)), own);
  const filled = { ...Object.fromEntries(missing.map((name) => [name, PLACEHOLDER])), ...variables };
  try {
    const { stack, warnings } = parseWithVariables(composeText, filled);
    return { stack, problems: [], warnings, missingVariables: missing };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problems = error.details.length > 0 ? [...error.details] : [{ message: error.message }];
    return { stack: null, problems, warnings: [], missingVariables: missing };
  }
}
