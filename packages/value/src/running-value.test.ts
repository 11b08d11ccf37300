import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realisedValue } from './realised';
import { runningValue } from './running-value';
import { CASES } from './testing/arbitraries';

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 10, 1);

it('is what the realised value of the period is, wherever it has come to after its last sample', () => {
  const sample = fc.record({
    hours: fc.integer({ min: -1500, max: 1500 }),
    value: fc.integer({ min: -500, max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(sample, { maxLength: 8, selector: ({ hours }) => hours }),
      fc.constantFrom('HIGHER_IS_BETTER' as const, 'LOWER_IS_BETTER' as const),
      fc.array(fc.integer({ min: -10, max: 2200 }), { minLength: 1, maxLength: 4 }),
      (measured, direction, moments) => {
        const samples = measured
          .sort((left, right) => left.hours - right.hours)
          .map(({ hours, value }) => ({ at: new Date(BEGIN + hours * HOUR), value: String(value / 7) }));
        const terms = { baseline: '10.5', direction, valuePerUnit: '12345.67', attribution: '0.35' };
        const from = new Date(BEGIN);
        const running = runningValue(samples, terms, from);
        for (const hours of moments) {
          const to = new Date(BEGIN + hours * HOUR);
          const { amount, covered } = realisedValue(samples, terms, { from, to });
          const last = samples.at(-1);
          const known = to > from && !(last && last.at > to);
          expect(running(to)).toEqual(known ? { amount, covered } : null);
        }
      },
    ),
    CASES,
  );
});
