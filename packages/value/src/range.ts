import { DomainError } from '@jalon/contracts';
import { type DecimalInput, exact, toMoney } from './money';

/** EBITDA a year at full run rate, as three points. */
export interface ValueRange {
  low: DecimalInput;
  likely: DecimalInput;
  high: DecimalInput;
}

/** The field that breaks low ≤ likely ≤ high, or null when the range is in order. */
export function rangeFault(range: ValueRange): 'low' | 'high' | null {
  if (exact(range.low).gt(range.likely)) return 'low';
  if (exact(range.high).lt(range.likely)) return 'high';
  return null;
}

const FAULT_MESSAGE = {
  low: 'The low figure is above the likely one. Lower it, or raise the likely figure.',
  high: 'The high figure is below the likely one. Raise it, or lower the likely figure.',
} as const;

/** Throws LOW_ABOVE_LIKELY, naming the field to change, unless low ≤ likely ≤ high. */
export function assertRange(range: ValueRange): void {
  const fault = rangeFault(range);
  if (!fault) return;
  throw new DomainError('LOW_ABOVE_LIKELY', FAULT_MESSAGE[fault], [
    { path: fault, message: FAULT_MESSAGE[fault] },
  ]);
}

/** Expected value of the range: (low + 4 · likely + high) / 6. Throws LOW_ABOVE_LIKELY. */
export function pertMean(range: ValueRange): string {
  assertRange(range);
  return toMoney(exact(range.likely).times(4).plus(range.low).plus(range.high).div(6));
}

/** Standard deviation by the PERT rule: (high − low) / 6. Throws LOW_ABOVE_LIKELY. */
export function pertSpread(range: ValueRange): string {
  assertRange(range);
  return toMoney(exact(range.high).minus(range.low).div(6));
}

/** Expected value × probability (0 to 1) of reaching production. */
export function riskAdjusted(expected: DecimalInput, probability: DecimalInput): string {
  return toMoney(exact(expected).times(probability));
}
