import { describe, expect, it } from 'vitest';
import { asPercent, fromPercent } from './percent';

describe('percentages', () => {
  it('are shares times a hundred, there and back', () => {
    for (const share of ['0', '0.08', '0.255', '1']) expect(fromPercent(asPercent(share))).toBe(share);
  });
  it('are read as people write them; what is none stays as it was typed', () => {
    expect(fromPercent('8,5 %')).toBe('0.085');
    expect(fromPercent(' 12.25')).toBe('0.1225');
    expect(fromPercent('eight')).toBe('eight');
    expect(fromPercent('')).toBe('');
  });
});
