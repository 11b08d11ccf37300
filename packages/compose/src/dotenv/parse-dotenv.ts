import { interpolateWithProblems } from '../interpolation/interpolate';
import { type Origin, type Place, Problems } from '../yaml/problems';
import { expandEscapes, readEntry, type Statement } from './statements';

/** The engine hands the variables over on a command line, which is not longer than this. */
const MAX_CHARACTERS = 200_000;

export interface DotenvOptions {
  /** Values for `$NAME`, and for a name that is written alone; they win over what the file sets itself. */
  variables?: Readonly<Record<string, string>>;
  /** Names of the file in messages. */
  origin?: Origin;
  /** False for `format: raw`: nothing is replaced, quotes are kept. */
  interpolated?: boolean;
}

/**
 * Reads an environment file as Compose does: `NAME=value`, `export`, comments, single and double quotes (over several
 * lines too), `$NAME` and `${NAME:-default}` outside single quotes, escapes inside double ones. A name alone
 * takes the variable of that name, or is left out.
 * @throws DomainError COMPOSE_INVALID or VARIABLE_MISSING with line and column.
 */
export function parseDotenv(
  text: string,
  variables: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const problems = new Problems();
  const values = readDotenv(text, problems, { variables });
  problems.throwIfAny();
  return values;
}

/** As `parseDotenv`, but reports instead of throwing; a line that cannot be read is left out. */
export function readDotenv(
  text: string,
  problems: Problems,
  options: DotenvOptions = {},
): Record<string, string> {
  const { variables = {}, interpolated = true } = options;
  const values: Record<string, string> = {};
  if (text.length > MAX_CHARACTERS) {
    const place = { path: '', line: 1, column: 1, ...(options.origin ? { origin: options.origin } : {}) };
    problems.error(place, `An environment file holds at most ${MAX_CHARACTERS / 1000} kB.`);
    return values;
  }
  const known: Record<string, string> = { ...variables };
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const placeAt = places(source, options.origin);
  let position = 0;
  while (position < source.length) {
    const statement = readEntry(source, position, interpolated);
    position = statement.end;
    if (statement.kind === 'blank') continue;
    const place = placeAt(statement.start);
    if (statement.kind === 'wrong') {
      problems.error(place, statement.message);
      continue;
    }
    const { name } = statement;
    const value =
      statement.value === null
        ? passedOn(name, variables, place, problems)
        : interpolated
          ? filled(statement, known, place, problems)
          : statement.value;
    if (name === '__proto__') problems.error(place, '"__proto__" cannot be a name.');
    else if (value !== null) {
      values[name] = value;
      if (!Object.hasOwn(variables, name)) known[name] = value;
    }
  }
  return values;
}

function passedOn(
  name: string,
  variables: Readonly<Record<string, string>>,
  place: Place,
  problems: Problems,
): string | null {
  if (Object.hasOwn(variables, name)) return variables[name] ?? '';
  problems.warn(place, `Variable ${name} is passed on but not set, so the container does not get it.`);
  return null;
}

function filled(
  { value, quote }: Extract<Statement, { kind: 'entry' }>,
  known: Record<string, string>,
  place: Place,
  problems: Problems,
): string {
  const written = value ?? '';
  if (quote === "'") return written;
  const result = interpolateWithProblems(quote === '"' ? expandEscapes(written) : written, known);
  for (const problem of result.problems) {
    if (problem.kind === 'missing') problems.missingVariable(place, problem.message, problem.variable);
    if (problem.kind === 'syntax') problems.error(place, `${problem.message} Or put it in single quotes.`);
    if (problem.kind === 'unset') problems.warn(place, problem.message);
  }
  return result.text;
}

/** Places of rising offsets, counted on from the one before. */
function places(source: string, origin: Origin | undefined): (offset: number) => Place {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let next = source.indexOf('\n', lineStart); next >= 0 && next < offset; ) {
      line += 1;
      lineStart = next + 1;
      next = source.indexOf('\n', lineStart);
    }
    return { path: '', line, column: offset - lineStart + 1, ...(origin ? { origin } : {}) };
  };
}
