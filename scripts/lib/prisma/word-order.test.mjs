import { expect, it } from 'vitest';
import { frequentFirst } from './word-order.mjs';

const graphOf = (...bytes) => Buffer.from(bytes.flat()).toString('base64url');
const WORDS = { rare: 0, often: 1, colour: 2 };
/** 300 in LEB128. */
const MANY = [0xac, 0x02];

function graphWith({ rare, often, colour }) {
  return graphOf(
    [2, 1, 1],
    // Two inputs: the first asks with two words, one of them for a child far away, one with an enum.
    [2, rare, 0x10, 0x80, MANY, 0, 1, often, 0, 0, 0, colour + 1, 2],
    [1, often, 1, 0, 0, 0, 4],
    [1, often, 1, 0],
    [rare, 1, 1],
  );
}

it('gives the most frequent words the lowest numbers, and changes nothing else', () => {
  const sorted = frequentFirst({ strings: Object.keys(WORDS), graph: graphWith(WORDS) });
  expect(sorted).toEqual({
    strings: ['often', 'rare', 'colour'],
    graph: graphWith({ often: 0, rare: 1, colour: 2 }),
  });
});

it.each([
  ['bytes are left over', graphOf([0, 0, 0, 7])],
  ['it ends too soon', graphWith(WORDS).slice(0, -2)],
])('refuses a graph of another form: %s', (_, graph) => {
  expect(() => frequentFirst({ strings: Object.keys(WORDS), graph })).toThrow(/in another form/);
});
