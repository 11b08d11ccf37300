import { DomainError, type UseCaseSort } from '@jalon/contracts';
import type { Place } from '../portfolio/book/order';

/** A place in the order of a column, as the text that a page carries. */
export function writeCursor(sort: UseCaseSort, { value, number }: Place): string {
  return Buffer.from(JSON.stringify([sort, value, number])).toString('base64url');
}

const isValue = (value: unknown): value is Place['value'] =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** Reads a cursor back; VALIDATION when it is none that `writeCursor` wrote, or of another column's order. */
export function readCursor(sort: UseCaseSort, cursor: string): Place {
  try {
    const [of, value, number] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (of === sort && isValue(value) && Number.isSafeInteger(number)) {
      return { value, number: number as number };
    }
  } catch {
    // Said below.
  }
  throw new DomainError('VALIDATION', 'This page of the list cannot be found again: start from its first.', [
    { path: 'cursor', message: 'Not a cursor of this list' },
  ]);
}
