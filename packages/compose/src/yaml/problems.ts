import { DomainError, type ErrorDetail } from '@jalon/contracts';

/** The file of a project that a value stands in. */
export interface Origin {
  /** Path within the project; null: the file that was given as text. */
  file: string | null;
  /** What its relative paths begin at: a folder of the project, `` for the project itself. */
  folder: string;
}

/** A place in a file: dotted path of the key, and where it stands (both from 1). Without an origin: the main file. */
export interface Place {
  path: string;
  line: number;
  column: number;
  origin?: Origin;
}

/** More than these of one kind are counted and not listed: nobody mends them all at once. */
const MAX_LISTED = 200;
/** A path or a message holds names of the file, which may be as long as the file. */
const MAX_PATH = 300;
const MAX_MESSAGE = 1_000;
const UNLISTED = 'There is more than is listed here. Mend what is above first, then look again.';

/** Collects everything that is wrong or ignored in a file, so that a person sees all of it at once. */
export class Problems {
  readonly errors: ErrorDetail[] = [];
  readonly warnings: ErrorDetail[] = [];
  private onlyMissingVariables = true;
  /** What an anchor holds is read once per alias; its trouble is told once. */
  private readonly told = new Set<string>();
  /** Values that variables made, by place: they may be secret, so a message quotes what the file says instead. */
  private readonly made = new Map<string, { value: string; written: string }>();

  /** A value at this place was made of variables; no message about it will hold it. */
  noteVariables(place: Place, value: string, written: string): void {
    this.made.set(spot(place), { value, written });
  }

  /** The file cannot be used as it is; `message` says what to do. */
  error(place: Place, message: string): void {
    this.onlyMissingVariables = false;
    this.tell(this.errors, place, message);
  }

  /** A variable with `?` has no value. */
  missingVariable(place: Place, message: string, variable: string): void {
    this.tell(this.errors, place, message, variable);
  }

  /** The file is usable, but this key does nothing or less than it says. */
  warn(place: Place, message: string, variable?: string): void {
    this.tell(this.warnings, place, message, variable);
  }

  /** Takes over what was found in another file of the same stack. */
  absorb(other: Problems): void {
    if (other === this) return;
    this.errors.push(...other.errors);
    this.warnings.push(...other.warnings);
    this.onlyMissingVariables &&= other.onlyMissingVariables;
    for (const key of other.told) this.told.add(key);
    for (const [key, made] of other.made) this.made.set(key, made);
  }

  /** @throws DomainError with every error in the order of the file. */
  throwIfAny(): void {
    const first = this.errors.sort(byPlace)[0];
    if (!first) return;
    const code = this.onlyMissingVariables ? 'VARIABLE_MISSING' : 'COMPOSE_INVALID';
    throw new DomainError(code, summary(first, this.errors.length), this.errors);
  }

  private tell(list: ErrorDetail[], place: Place, message: string, variable?: string): void {
    const key = `${spot(place)}:${message}`;
    if (this.told.has(key)) return;
    if (list.length > MAX_LISTED) return;
    this.told.add(key);
    const { line, column, origin } = place;
    const path = shorten(place.path, MAX_PATH);
    const made = this.made.get(spot(place));
    const file = origin?.file ? { file: origin.file } : {};
    const text = list.length === MAX_LISTED ? UNLISTED : made ? asWritten(message, made) : message;
    const name = variable === undefined ? {} : { variable };
    list.push({ ...file, path, line, column, ...name, message: shorten(text, MAX_MESSAGE) });
  }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function spot({ line, column, origin }: Place): string {
  return `${origin?.file ?? ''}:${line}:${column}`;
}

/** Whatever part of the value a message quotes, shortened or not, becomes the text of the file. */
function asWritten(message: string, { value, written }: { value: string; written: string }): string {
  if (value.includes('"')) return `"${written}" cannot be used here once its variables are filled in.`;
  return message.replace(/"([^"]+)"/g, (quoted, part: string) =>
    value.includes(part) ? `"${written}"` : quoted,
  );
}

/** The main file first. */
function byPlace(a: ErrorDetail, b: ErrorDetail): number {
  if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function summary(first: ErrorDetail, count: number): string {
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  const file = first.file ? `${first.file}, line` : 'Line';
  return `${file} ${first.line}, column ${first.column}: ${first.message}${more}`;
}
