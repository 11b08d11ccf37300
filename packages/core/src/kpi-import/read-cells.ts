import { measureSchema } from '@jalon/contracts';
import type { SheetCell } from '../spreadsheet';
import { readDay } from '../use-case-import/read-cell';

const DAY = 86_400_000;
const CLOCK = /^(.+?)[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** How far a zone is ahead of UTC, in milliseconds; none given is UTC. */
function aheadOf(zone: string | undefined): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The moment of a cell: a day (midnight UTC) written year first or day first, with a time of day where there is one, or
 * a spreadsheet's count of days; null for anything else.
 */
export function readMoment(cell: SheetCell, from1904: boolean): Date | null {
  const [, date = cell.text, hours = '0', minutes = '0', seconds = '0', zone] = cell.number
    ? []
    : (CLOCK.exec(cell.text.trim()) ?? []);
  const day = readDay({ ...cell, text: date }, from1904);
  if (!day) return null;
  const midnight = new Date(`${day}T00:00:00Z`).getTime();
  // To the second: a spreadsheet's fraction of a day is no rounder than that.
  if (cell.number) return new Date(midnight + Math.round(((Number(cell.text) % 1) * DAY) / 1000) * 1000);
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (h > 23 || m > 59 || s > 59) return null;
  return new Date(midnight + ((h * 60 + m) * 60 + s) * 1000 - aheadOf(zone));
}

/** The digits of a number as it is written, with a point for decimals, or why they cannot be told. */
function plainNumber(text: string, locale: 'en' | 'fr'): string | 'ambiguousNumber' | null {
  const digits = text.replace(/[\s\u00a0\u202f']/g, '');
  if (!/^[+-]?\d[\d.,]*$/.test(digits)) return null;
  const unsigned = digits.replace(/^\+/, '');
  const [commas, points] = [unsigned.split(',').length - 1, unsigned.split('.').length - 1];
  if (commas > 0 && points > 0) {
    // The last mark is the decimal one, and stands once.
    const decimal = unsigned.lastIndexOf(',') > unsigned.lastIndexOf('.') ? ',' : '.';
    if ((decimal === ',' ? commas : points) > 1) return null;
    return unsigned.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.');
  }
  const mark = commas > 0 ? ',' : '.';
  if (commas + points > 1)
    return /^-?\d{1,3}([.,]\d{3})+$/.test(unsigned) ? unsigned.replaceAll(mark, '') : null;
  // 1,234: thousands to one English reader, decimals to another.
  if (locale === 'en' && /^-?[1-9]\d{0,2},\d{3}$/.test(unsigned)) return 'ambiguousNumber';
  return unsigned.replace(',', '.');
}

/** The value of a cell as a measure, its unit left out; or why it is none. */
export function readValue(
  cell: SheetCell,
  unit: string,
  locale: 'en' | 'fr',
): { value: string } | { problem: 'notANumber' | 'ambiguousNumber' } {
  const own = cell.text.trim();
  const bare = unit && own.endsWith(unit) ? own.slice(0, -unit.length) : own;
  // A spreadsheet stores floats: 28.2 may stand there as 28.199999999999999.
  const plain = cell.number ? String(Number(Number(own).toFixed(6))) : plainNumber(bare, locale);
  if (plain === 'ambiguousNumber') return { problem: 'ambiguousNumber' };
  const read = measureSchema.safeParse(plain);
  return read.success ? { value: read.data } : { problem: 'notANumber' };
}
