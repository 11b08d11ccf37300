import fc from 'fast-check';

/** Every law is tried on at least this many generated cases. */
export const CASES = { numRuns: 1000 };

const cents = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => (BigInt(value) < 0n ? '-' : '') + centsText(Math.abs(value)));

function centsText(value: number): string {
  const text = String(value).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** An amount with cents, negative or not, up to ten billion. */
export const amount = cents(-1_000_000_000_000, 1_000_000_000_000);
export const cost = cents(0, 100_000_000_000);

/** A range in order. */
export const range = fc
  .tuple(amount, amount, amount)
  .map((points) => points.sort((left, right) => Number(left) - Number(right)))
  .map(([low = '0', likely = '0', high = '0']) => ({ low, likely, high }));

export const investment = fc.record({
  yearlyBenefit: cost,
  rampUpMonths: fc.integer({ min: 0, max: 60 }),
  horizonYears: fc.integer({ min: 1, max: 15 }),
  oneOffCost: cost,
  yearlyRunCost: cost,
});
