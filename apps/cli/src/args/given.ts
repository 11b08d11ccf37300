import { parseDuration } from '@jalon/compose';
import { UsageError } from './usage-error';

type Value = string | boolean | (string | boolean)[] | undefined;

/** What was typed after the name of a command. */
export class Given {
  constructor(
    private readonly values: Readonly<Record<string, Value>>,
    readonly positionals: readonly string[],
  ) {}

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): string[] {
    const value = this.values[name];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  /** Milliseconds of a time such as 90s; null when the option was not given. */
  duration(name: string): number | null {
    const text = this.text(name);
    if (text === undefined) return null;
    const milliseconds = parseDuration(/^\d+$/.test(text) ? `${text}s` : text);
    if (milliseconds !== null && milliseconds > 0 && milliseconds <= LONGEST_MS) return milliseconds;
    throw new UsageError(`--${name} ${text}: write a time such as 90s or 5m.`);
  }

  /** A whole number from 0; `all` is null where it is allowed. */
  count(name: string, fallback: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new UsageError(`--${name} ${text}: write a whole number.`);
  }
}

/** What a timer of Node can wait. */
const LONGEST_MS = 2 ** 31 - 1;
