import { describe, expect, it } from 'vitest';
import { parseAmount, parseMeasure, parseWhole } from './parse-amount';

describe('an amount as people write it', () => {
  it.each([
    ['1200000', '1200000'],
    ['1 200 000', '1200000'],
    ['1\u202f200\u202f000 €', '1200000'],
    ['1,200,000', '1200000'],
    ['1.200.000', '1200000'],
    ['1,200,000.50', '1200000.50'],
    ['1.200.000,50', '1200000.50'],
    ['1,2 M', '1200000'],
    ['1.25m', '1250000'],
    ['1.250M', '1250000'],
    ['350k', '350000'],
    ['€900,000', '900000'],
    ['0,5', '0.5'],
    ['-40k', '-40000'],
    ['2 Md', '2000000000'],
  ])('%s is %s', (typed, plain) => expect(Number(parseAmount(typed))).toBe(Number(plain)));

  it.each(['a lot', '', '1.2.3,4,5', '12 trucks', '1,2,3'])('leaves %s as it is', (typed) =>
    expect(parseAmount(typed)).toBe(typed),
  );
});

describe('other figures', () => {
  it('reads a comma as a decimal point, and an empty field as nothing', () => {
    expect(parseMeasure('28,2')).toBe('28.2');
    expect(parseWhole('')).toBeUndefined();
    expect(parseWhole(' 3 ')).toBe(3);
    expect(parseWhole('three')).toBeNaN();
  });
});
