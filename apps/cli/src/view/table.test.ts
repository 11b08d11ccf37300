import { expect, it } from 'vitest';
import { table } from './table';

it('makes columns as wide as what is in them', () => {
  expect(
    table([
      ['A', 'BB', 'C'],
      ['long', 'x', 'last one'],
      ['a', '', ''],
    ]),
  ).toBe('A     BB  C\nlong  x   last one\na\n');
});
