import fc from 'fast-check';
import superjson from 'superjson';
import { expect, it } from 'vitest';
import { fastSuperjson } from './fast-superjson';

/** What answers are made of, and now and then what they are not. */
const answer = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.date({ noInvalidDate: false }),
    fc.bigInt(),
    fc.constantFrom(new Map([['a', 1]]), new Set([1]), /x/g, new URL('http://a.example/'), -0, Number.NaN),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a.b', 'a\\b', '0', 'constructor')), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

it('is read as what superjson wrote is read, also after it went as text', () => {
  fc.assert(
    fc.property(answer, (value) => {
      let slow: unknown;
      try {
        slow = superjson.deserialize(JSON.parse(JSON.stringify(superjson.serialize(value))));
      } catch {
        // What superjson itself refuses is refused.
        expect(() => fastSuperjson.serialize(value)).toThrow();
        return;
      }
      const text = JSON.stringify(fastSuperjson.serialize(value));
      expect(superjson.deserialize(JSON.parse(text))).toEqual(slow);
    }),
    { numRuns: 2000 },
  );
});

it('writes what superjson writes of an answer, where nothing stands in it twice', () => {
  const answers = [
    { items: [{ at: new Date(0), tags: ['a'], range: null, more: { to: new Date(1) } }], total: 1 },
    [],
    'text',
    { none: undefined },
  ];
  for (const value of answers) expect(fastSuperjson.serialize(value)).toEqual(superjson.serialize(value));
});

it('writes a frozen object the same wherever it stands, the second time too', () => {
  const frozen = Object.freeze({
    at: new Date(0),
    kpis: [{ last: new Date(1), none: undefined }],
    name: 'a',
  });
  for (const value of [{ items: [{ n: 1 }, frozen] }, frozen, [[frozen]], { items: [frozen] }]) {
    const read = superjson.deserialize(JSON.parse(JSON.stringify(fastSuperjson.serialize(value))));
    expect(read).toEqual(value);
    expect(fastSuperjson.serialize(value)).toEqual(superjson.serialize(value));
  }
});

it('leaves a frozen object with something unusual in it to superjson', () => {
  const value = { kept: Object.freeze({ set: new Set([1]) }) };
  expect(fastSuperjson.serialize(value)).toEqual(superjson.serialize(value));
});
