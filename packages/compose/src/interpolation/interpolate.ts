import { DomainError } from '@jalon/contracts';
import { type Operator, parseTemplate, type TemplatePart } from './template';

/** What a text asked for and did not get. */
export interface InterpolationProblem {
  kind: 'syntax' | 'missing' | 'unset';
  message: string;
  /** Empty for syntax. */
  variable: string;
}

export interface Interpolation {
  text: string;
  problems: InterpolationProblem[];
}

/**
 * Replaces `$A ${A} ${A:-b} ${A-b} ${A:?e} ${A?e} ${A:+b} ${A+b}` (nested too) and `$$` in a text.
 * A plain variable that is not set becomes the empty string, as in Compose.
 * @throws DomainError VARIABLE_MISSING for an unmet `?`, COMPOSE_INVALID for a form that cannot be read.
 */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  const result = interpolateWithProblems(text, variables);
  const worst = result.problems.find((problem) => problem.kind !== 'unset');
  if (worst) {
    const code = worst.kind === 'missing' ? 'VARIABLE_MISSING' : 'COMPOSE_INVALID';
    throw new DomainError(code, worst.message, [{ message: worst.message }]);
  }
  return result.text;
}

/** A value of a file whose variables are filled in is no longer than a file. */
const MAX_FILLED = 1_000_000;

/** What one text may still become. */
interface Budget {
  characters: number;
}

/** As `interpolate`, but reports every problem instead of throwing; a failed part becomes the empty string. */
export function interpolateWithProblems(
  text: string,
  variables: Readonly<Record<string, string>>,
): Interpolation {
  if (!text.includes('$')) return { text, problems: [] };
  const problems: InterpolationProblem[] = [];
  const template = parseTemplate(text);
  if (!template.ok)
    return { text: '', problems: [{ kind: 'syntax', message: template.message, variable: '' }] };
  const budget = { characters: MAX_FILLED };
  const filled = render(template.parts, variables, problems, budget);
  if (budget.characters >= 0) return { text: filled, problems };
  const message = 'With its variables filled in, this is longer than a million characters. Make it shorter.';
  return { text: '', problems: [{ kind: 'syntax', message, variable: '' }] };
}

function render(
  parts: TemplatePart[],
  variables: Readonly<Record<string, string>>,
  problems: InterpolationProblem[],
  budget: Budget,
): string {
  return parts
    .map((part) => {
      if (budget.characters < 0) return '';
      const text = fill(part, variables, problems, budget);
      budget.characters -= text.length;
      return text;
    })
    .join('');
}

function fill(
  part: TemplatePart,
  variables: Readonly<Record<string, string>>,
  problems: InterpolationProblem[],
  budget: Budget,
): string {
  if (typeof part === 'string') return part;
  const value = Object.hasOwn(variables, part.name) ? variables[part.name] : undefined;
  const word = () => render(part.word, variables, problems, budget);
  return resolve(part.name, value, part.operator, word, problems);
}

function resolve(
  name: string,
  value: string | undefined,
  operator: Operator | null,
  word: () => string,
  problems: InterpolationProblem[],
): string {
  const set = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  switch (operator) {
    case ':-':
    case '-':
      return set ? (value ?? '') : word();
    case ':+':
    case '+':
      return set ? word() : '';
    case ':?':
    case '?':
      if (!set) problems.push({ kind: 'missing', message: missingMessage(name, word()), variable: name });
      return value ?? '';
    case null:
      if (!set) {
        problems.push({
          kind: 'unset',
          variable: name,
          message: `Variable ${name} is not set, so it is empty here. Set it, or write \${${name}:-default}.`,
        });
      }
      return value ?? '';
  }
}

function missingMessage(name: string, reason: string): string {
  return `Variable ${name} is required${reason ? `: ${reason}` : ''}. Set it in the environment's variables.`;
}
