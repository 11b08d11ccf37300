import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, moneySchema } from './decimal';

const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 99 }))
  .map(([negative, whole, cents]) => ({
    text: `${negative ? '-' : ''}${whole}.${String(cents).padStart(2, '0')}`,
    cents: (whole * 100n + BigInt(cents)) * (negative ? -1n : 1n),
  }));

describe('decimal strings', () => {
  it('compare as the numbers they are, exactly', () => {
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        expect(Math.sign(compareDecimals(left.text, right.text))).toBe(
          left.cents < right.cents ? -1 : left.cents > right.cents ? 1 : 0,
        );
        expect(moneySchema.parse(left.text)).toBe(left.text);
      }),
      { numRuns: 1000 },
    );
  });

  it('that are none compare with nothing', () => {
    for (const word of ['', 'NaN', '1e9', '--1', '1.', 'a lot']) expect(compareDecimals(word, '1')).toBeNaN();
  });
});
