import { exact } from '@jalon/value';

/** A share of the API as a percentage in a field: 0.08 is 8. */
export const asPercent = (share: string): string => exact(share).times(100).toString();

/** A percentage as people write it, with a comma or a point and a sign, as the share that the API takes. */
export function fromPercent(typed: string): string {
  const digits = typed.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(digits) ? exact(digits).div(100).toString() : typed.trim();
}
