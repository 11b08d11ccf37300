import { describe, expect, it } from 'vitest';
import { allOrNone, extended, NOTHING, toggled, without } from './selection';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ picked }: { picked: ReadonlySet<string> }) => [...picked].sort().join('');

describe('choosing rows', () => {
  it('takes one, and lets it go', () => {
    const one = toggled(NOTHING, 'b');
    expect(chosen(one)).toBe('b');
    expect(chosen(toggled(one, 'b'))).toBe('');
  });

  it('draws a range from the last one, in both directions, and what was chosen before stays', () => {
    const begun = toggled(toggled(NOTHING, 'a'), 'c');
    const wide = extended(begun, IDS, 'e');
    expect(chosen(wide)).toBe('acde');
    expect(chosen(extended(wide, IDS, 'd'))).toBe('acd');
    expect(chosen(extended(wide, IDS, 'b'))).toBe('abc');
  });

  it('begins where the keyboard is when nothing was chosen, or when that has left the list', () => {
    expect(chosen(extended(NOTHING, IDS, 'c', 'b'))).toBe('bc');
    expect(chosen(extended(toggled(NOTHING, 'gone'), IDS, 'c', 'b'))).toBe('bcgone');
  });

  it('takes all, none, and all but some', () => {
    const all = allOrNone(toggled(NOTHING, 'a'), IDS);
    expect(chosen(all)).toBe('abcde');
    expect(chosen(allOrNone(all, IDS))).toBe('');
    expect(chosen(without(all, ['a', 'e']))).toBe('bcd');
  });
});
