import type { BenefitType } from '@jalon/contracts';
import { exact } from '@jalon/value';
import type { SheetCell } from '../spreadsheet';
import { plain } from './guess-mapping';

const BENEFITS: Record<string, BenefitType> = {
  'revenue growth': 'REVENUE_GROWTH',
  revenue: 'REVENUE_GROWTH',
  growth: 'REVENUE_GROWTH',
  'croissance des revenus': 'REVENUE_GROWTH',
  'croissance du chiffre d affaires': 'REVENUE_GROWTH',
  revenus: 'REVENUE_GROWTH',
  'cost reduction': 'COST_REDUCTION',
  cost: 'COST_REDUCTION',
  savings: 'COST_REDUCTION',
  'reduction des couts': 'COST_REDUCTION',
  economies: 'COST_REDUCTION',
};
const DAY = 86_400_000;
/** Day 0 of a spreadsheet, with its belief that 1900 was a leap year already in it. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

/** A benefit by its name in either language or by its key; null for anything else. */
export function readBenefit(cell: SheetCell): BenefitType | null {
  return BENEFITS[plain(cell.text)] ?? null;
}

/** A whole number within bounds, both included; null for anything else. */
export function readWhole(cell: SheetCell, least: number, most: number): number | null {
  const value = Number(cell.text.replace(',', '.'));
  return cell.text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** The digits with a point for decimals, or null. Three digits after the only mark are thousands. */
function decimalOf(text: string): string | null {
  const digits = text.replace(/[\s\u00a0\u202f'€]/g, '');
  if (!/^-?\d[\d.,]*$/.test(digits)) return null;
  const mark = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const other = mark === ',' ? '.' : ',';
  const parts = digits.replaceAll(other, '').split(mark);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return parts[0] ?? null;
  if (parts.length === 2 && last.length !== 3) return parts.join('.');
  return parts.slice(1).every((part) => part.length === 3) ? parts.join('') : null;
}

/** An amount in euros to the cent, as people write it in either language; null for anything else. */
export function readAmount(cell: SheetCell): string | null {
  const text = cell.number ? cell.text : decimalOf(cell.text);
  if (text === null || !/^-?\d+(\.\d+)?(E[+-]?\d{1,2})?$/i.test(text)) return null;
  const amount = exact(text);
  return amount.abs().lt('1e12') ? amount.toFixed(2) : null;
}

/** A day as YYYY-MM-DD: written so, day first, or as a spreadsheet's count of days; null for anything else. */
export function readDay(cell: SheetCell, from1904: boolean): string | null {
  const text = cell.text.trim();
  if (cell.number) {
    const days = Number(text) + (from1904 ? DAYS_TO_1904 : 0);
    return days >= 1 && days < 110_000
      ? new Date(DAY_ZERO + Math.floor(days) * DAY).toISOString().slice(0, 10)
      : null;
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(T[\d:.]+Z?)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dayFirst
      ? [dayFirst[3], dayFirst[2], dayFirst[1]]
      : [];
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same && Number(year) >= 1900 && Number(year) <= 2200 ? date.toISOString().slice(0, 10) : null;
}
