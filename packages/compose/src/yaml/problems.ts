import { DomainError, type ErrorDetail } from '@jalon/contracts';

/** A place in the file: dotted path of the key, and where it stands (both from 1). */
export interface Place {
  path: string;
  line: number;
  column: number;
}

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
  noteVariables({ line, column }: Place, value: string, written: string): void {
    this.made.set(`${line}:${column}`, { value, written });
  }

  /** The file cannot be used as it is; `message` says what to do. */
  error(place: Place, message: string): void {
    this.onlyMissingVariables = false;
    this.tell(this.errors, place, message);
  }

  /** A variable with `?` has no value. */
  missingVariable(place: Place, message: string): void {
    this.tell(this.errors, place, message);
  }

  /** The file is usable, but this key does nothing or less than it says. */
  warn(place: Place, message: string): void {
    this.tell(this.warnings, place, message);
  }

  /** @throws DomainError with every error in the order of the file. */
  throwIfAny(): void {
    const first = this.errors.sort(byPlace)[0];
    if (!first) return;
    const code = this.onlyMissingVariables ? 'VARIABLE_MISSING' : 'COMPOSE_INVALID';
    throw new DomainError(code, summary(first, this.errors.length), this.errors);
  }

  private tell(list: ErrorDetail[], { path, line, column }: Place, message: string): void {
    const key = `${line}:${column}:${message}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    const made = this.made.get(`${line}:${column}`);
    list.push({ path, line, column, message: made ? asWritten(message, made) : message });
  }
}

/** Whatever part of the value a message quotes, shortened or not, becomes the text of the file. */
function asWritten(message: string, { value, written }: { value: string; written: string }): string {
  if (value.includes('"')) return `"${written}" cannot be used here once its variables are filled in.`;
  return message.replace(/"([^"]+)"/g, (quoted, part: string) =>
    value.includes(part) ? `"${written}"` : quoted,
  );
}

function byPlace(a: ErrorDetail, b: ErrorDetail): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function summary(first: ErrorDetail, count: number): string {
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  return `Line ${first.line}, column ${first.column}: ${first.message}${more}`;
}
