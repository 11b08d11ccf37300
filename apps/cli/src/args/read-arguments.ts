import { parseArgs } from 'node:util';
import type { Command } from './command';
import { Given } from './given';
import { FILES, HELP, NAMES, type OptionRule, type OptionTable } from './options';
import { UsageError } from './usage-error';

/** Options that may stand before the name of the command as well, as in `jalon compose -f a.yaml up`. */
export const BEFORE_COMMAND: OptionTable = { ...NAMES, ...FILES, ...HELP };

/** Splits what stands after `compose` into options, the name of a command, and what is left for it. */
export function splitAtCommand(words: readonly string[]): {
  before: string[];
  name?: string;
  after: string[];
} {
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (!word.startsWith('-') || word === '-') break;
    index += takesNextWord(word) ? 2 : 1;
  }
  return { before: words.slice(0, index), name: words[index], after: words.slice(index + 1) };
}

/**
 * The options and words of a command.
 * @throws UsageError for an option that it does not have, one without its value, or a word where none may stand.
 */
export function readArguments(command: Command, before: readonly string[], after: readonly string[]): Given {
  const first = parse(before, BEFORE_COMMAND, false);
  const own = parse(after, { ...command.options, ...HELP }, command.takesWords ?? true);
  for (const name of Object.keys(first.values))
    if (!Object.hasOwn(command.options, name) && name !== 'help')
      throw new UsageError(`"${command.name}" has no option --${name}.`);
  const values: Record<string, Value> = { ...first.values };
  for (const [name, value] of Object.entries(own.values)) {
    const earlier = values[name];
    values[name] = Array.isArray(earlier) && Array.isArray(value) ? [...earlier, ...value] : value;
  }
  return new Given(values, own.positionals);
}

type Value = string | boolean | (string | boolean)[] | undefined;

function parse(
  args: readonly string[],
  options: OptionTable,
  allowPositionals: boolean,
): { values: Record<string, Value>; positionals: string[] } {
  const rules = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options: rules, allowPositionals, strict: true });
  } catch (error) {
    if (!isParseError(error)) throw error;
    throw new UsageError(inOneSentence(error.message));
  }
}

function takesNextWord(word: string): boolean {
  if (word.includes('=')) return false;
  const rule = word.startsWith('--') ? BEFORE_COMMAND[word.slice(2)] : byShort(word.slice(1, 2));
  const isWhole = word.startsWith('--') || word.length === 2;
  return rule?.type === 'string' && isWhole;
}

function byShort(letter: string): OptionRule | undefined {
  return Object.values(BEFORE_COMMAND).find(({ short }) => short === letter);
}

function isParseError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}

/** Node adds how to write a word that begins with a dash; the first sentence is what went wrong. */
function inOneSentence(message: string): string {
  return `${message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`;
}
