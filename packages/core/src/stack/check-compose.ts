import { type ErrorDetail, isDomainError, type StackModel } from '@jalon/contracts';
import { splitVariables } from '../variable/variable-key';
import { dotenvNames } from './dotenv-names';
import { parseWithVariables } from './parse-with-variables';
import { missingVariables } from './referenced-variables';
import type { StackSource } from './stack-source';

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

/** What then still lacks a value is told as the parser tells it: a file made for it could go on for long. */
const MAX_ROUNDS = 4;

/**
 * Reads a Compose file with the files of its project and says all that is wrong with it; throws for nothing that a person
 * may have typed.
 * @param variables by their name in a snapshot: a service's own as `service/NAME`
 */
export function checkCompose(source: StackSource, variables: Record<string, string>): ComposeCheck {
  const { shared, services } = splitVariables(variables);
  const own = new Set(Object.values(services).flatMap((values) => Object.keys(values)));
  const known = new Set([...Object.keys(shared), ...dotenvNames(source.files)]);
  let missing = missingVariables(source.composeText, known, own);
  let found = read(source, variables, missing);
  const newIn = (names: readonly string[]) =>
    names.filter((name) => !known.has(name) && !missing.includes(name));
  // Required ones come to light before those that would merely be empty.
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const more = newIn(found.wanted);
    if (more.length === 0) break;
    missing = [...missing, ...more];
    found = read(source, variables, missing);
  }
  const { wanted: _met, ...check } = found;
  return check;
}

/** `wanted`: names that only an included file asks for, and nobody has set. */
function read(
  source: StackSource,
  variables: Record<string, string>,
  missing: string[],
): ComposeCheck & { wanted: string[] } {
  const filled = { ...Object.fromEntries(missing.map((name) => [name, PLACEHOLDER])), ...variables };
  const namesOf = (details: readonly ErrorDetail[]) => [
    ...new Set(details.flatMap(({ file, variable }) => (file && variable ? [variable] : []))),
  ];
  try {
    const { stack, warnings } = parseWithVariables(source, filled);
    return { stack, problems: [], warnings, missingVariables: missing, wanted: namesOf(warnings) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problems = error.details.length > 0 ? [...error.details] : [{ message: error.message }];
    return { stack: null, problems, warnings: [], missingVariables: missing, wanted: namesOf(problems) };
  }
}
