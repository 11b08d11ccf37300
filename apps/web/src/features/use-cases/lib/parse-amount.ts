import { exact } from '@jalon/value';

const NOISE = /[\s\u00a0\u202f€]/g;
const SUFFIXES: Record<string, number> = { k: 1e3, m: 1e6, md: 1e9, bn: 1e9 };
const SHAPE = /^(-?)([\d.,]+)(k|md|m|bn)?$/i;

const asDecimal = (text: string): string | null => (/^\d+(\.\d+)?$/.test(text) ? text : null);

/** The digits as a plain decimal, or null when they cannot be one. */
function plainDecimal(digits: string, scaled: boolean): string | null {
  const lastComma = digits.lastIndexOf(',');
  const lastDot = digits.lastIndexOf('.');
  if (lastComma >= 0 && lastDot >= 0) {
    const decimal = lastComma > lastDot ? ',' : '.';
    return asDecimal(digits.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.'));
  }
  const mark = lastComma >= 0 ? ',' : '.';
  // Three digits after the only kind of mark: thousands, since an amount has two decimals at most.
  const thousands = !scaled && new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(digits);
  return asDecimal(thousands ? digits.replaceAll(mark, '') : digits.replace(mark, '.'));
}

/**
 * An amount as people write it (`1 200 000`, `1,2 M`, `350k`, `€900,000`) as the plain decimal that the API
 * takes. What cannot be read comes back as it was typed, for the schema to refuse.
 */
export function parseAmount(typed: string): string {
  const [, sign = '', digits = '', suffix = ''] = SHAPE.exec(typed.replace(NOISE, '')) ?? [];
  const plain = digits ? plainDecimal(digits, suffix !== '') : null;
  if (plain === null) return typed.trim();
  const factor = SUFFIXES[suffix.toLowerCase()] ?? 1;
  return sign + exact(plain).times(factor).toFixed();
}

/** An amount of the API as it stands in a field: whole euros without their empty cents. */
export const typedAmount = (amount: string): string => amount.replace(/\.00$/, '');

/** A measure as people write it: a comma is a decimal point. */
export function parseMeasure(typed: string): string {
  return typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
}

/** A whole number; undefined for an empty field, NaN for what is none. */
export function parseWhole(typed: string | number | undefined): number | undefined {
  if (typeof typed === 'number' || typed === undefined) return typed;
  return typed.trim() === '' ? undefined : Number(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
}
