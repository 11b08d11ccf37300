/** Language tags with the habits of Europe: the euro first, the day before the month. */
const TAGS: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };
const THIN_SPACE = '\u202f';

const tagOf = (locale: string): string => TAGS[locale] ?? locale;

/** A decimal as it crosses the API ("1200000.00") or a number made for display. */
export type DecimalLike = string | number;

/** Formatters that were made once: making one costs more than formatting a hundred cells. */
function keeping<Key extends unknown[], Made>(make: (...key: Key) => Made): (...key: Key) => Made {
  const kept = new Map<string, Made>();
  return (...key) => {
    const name = key.join(' ');
    const known = kept.get(name);
    if (known) return known;
    const made = make(...key);
    kept.set(name, made);
    return made;
  };
}

const moneyFormatter = keeping(
  (locale: string, currency: string, compact: boolean) =>
    new Intl.NumberFormat(tagOf(locale), {
      style: 'currency',
      currency,
      ...(compact
        ? { notation: 'compact', maximumSignificantDigits: 3 }
        : { trailingZeroDisplay: 'stripIfInteger' }),
    }),
);
const numberFormatter = keeping(
  (locale: string, digits: number, style: 'decimal' | 'percent') =>
    new Intl.NumberFormat(tagOf(locale), { style, maximumFractionDigits: digits }),
);
const dayFormatter = keeping(
  (locale: string, timeZone: string | undefined) =>
    new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium', timeZone }),
);
const momentFormatter = keeping(
  (locale: string, timeZone: string | undefined) =>
    new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium', timeStyle: 'medium', timeZone }),
);
const timeFormatter = keeping(
  (locale: string) => new Intl.DateTimeFormat(tagOf(locale), { timeStyle: 'medium' }),
);
const monthFormatter = keeping(
  (locale: string) =>
    new Intl.DateTimeFormat(tagOf(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const relativeFormatter = keeping(
  (locale: string) => new Intl.RelativeTimeFormat(tagOf(locale), { numeric: 'auto' }),
);

/** Money in three digits or fewer, `€1.2 M`; for a headline or a table. */
export function formatMoney(value: DecimalLike, currency: string, locale: string): string {
  const parts = moneyFormatter(locale, currency, true).formatToParts(Number(value));
  return parts
    .map((part, index) => {
      const before = parts[index - 1]?.type;
      const glued = part.type === 'compact' && before !== 'literal';
      return glued ? `${THIN_SPACE}${part.value.toUpperCase()}` : part.value;
    })
    .join('');
}

/** Money to the cent, `€1,200,000` or `€0.35`: the exact figure behind a rounded one. */
export function formatExactMoney(value: DecimalLike, currency: string, locale: string): string {
  // A decimal string is formatted digit by digit, without passing through a float.
  return moneyFormatter(locale, currency, false).format(value as Intl.StringNumericLiteral);
}

/** A number with its thousands apart. `digits` bounds what follows the decimal point. */
export function formatNumber(value: DecimalLike, locale: string, digits = 2): string {
  return numberFormatter(locale, digits, 'decimal').format(value as Intl.StringNumericLiteral);
}

/** A share (0 to 1) as a percentage. */
export function formatShare(value: DecimalLike, locale: string, digits = 1): string {
  return numberFormatter(locale, digits, 'percent').format(Number(value));
}

/** Bytes in binary steps, `1.4 MiB` / `1,4 Mio`. */
export function formatBytes(bytes: number, locale: string): string {
  const units = locale === 'fr' ? ['o', 'Kio', 'Mio', 'Gio', 'Tio'] : ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${formatNumber(bytes / 1024 ** step, locale, step === 0 ? 0 : 1)}\u00a0${units[step]}`;
}

/** How long something took: `850 ms`, `12.4 s`, `3 min 05 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number, locale: string): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}\u00a0ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${formatNumber(seconds, locale, 1)}\u00a0s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}\u00a0min ${pad(whole % 60)}\u00a0s`;
  return `${Math.floor(whole / 3600)}\u00a0h ${pad(Math.floor((whole % 3600) / 60))}\u00a0min`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment in full, in the reader's time zone unless one is given. */
export function formatDateTime(date: Date, locale: string, timeZone?: string): string {
  return momentFormatter(locale, timeZone).format(date);
}

/** A time of the day, `14:03:22`, in the reader's time zone. */
export function formatTime(date: Date, locale: string): string {
  return timeFormatter(locale).format(date);
}

/** A calendar month, `May 2026`, from `2026-05`. */
export function formatMonth(month: string, locale: string): string {
  return monthFormatter(locale).format(new Date(`${month}-01T00:00:00Z`));
}

/** A day. */
export function formatDate(date: Date, locale: string, timeZone?: string): string {
  return dayFormatter(locale, timeZone).format(date);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
/** Below this a second counter would only flicker. */
const JUST_NOW_SECONDS = 45;

/** How far a moment is from now: `3 minutes ago`, `il y a 3 minutes`, `in 2 days`. */
export function formatRelative(date: Date, now: Date, locale: string): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const format = relativeFormatter(locale);
  if (Math.abs(seconds) < JUST_NOW_SECONDS) return format.format(0, 'second');
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  return format.format(Math.round(seconds / length), unit);
}
