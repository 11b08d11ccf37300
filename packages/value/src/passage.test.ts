import { STAGE_KEYS, type StageKey } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Journey, median, stagePassages } from './passage';
import { CASES } from './testing/arbitraries';

const DAY = 86_400_000;
const day = (number: number): Date => new Date(Date.UTC(2025, 0, 1) + number * DAY);

/** Stays one after the other, each so many days long; the last one goes on. */
function journey(way: readonly [StageKey, number][], rejected = false): Journey {
  let at = 0;
  const stays = way.map(([stage, days], index) => {
    const from = day(at);
    at += days;
    return { stage, from, to: index < way.length - 1 ? day(at) : null };
  });
  return { stays, rejected };
}

const journeys = fc.array(
  fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...STAGE_KEYS), fc.integer({ min: 0, max: 400 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.boolean(),
    )
    .map(([way, rejected]) => journey(way, rejected)),
  { maxLength: 12 },
);

describe('the passage of stages', () => {
  it('tells who went on, how long it took, and who arrived', () => {
    const found = stagePassages([
      journey([
        ['idea', 10],
        ['proof-of-concept', 30],
        ['production', 1],
      ]),
      journey([
        ['idea', 20],
        ['proof-of-concept', 1],
      ]),
      journey([['idea', 1]], true),
      journey([
        ['idea', 90],
        ['proof-of-concept', 40],
        ['idea', 1],
      ]),
    ]);
    expect(found[0]).toEqual({
      stage: 'idea',
      entered: 4,
      advanced: 3,
      decided: 4,
      medianDays: 20,
      reached: 1,
      settled: 2,
    });
    expect(found[1]).toMatchObject({
      entered: 3,
      advanced: 1,
      decided: 1,
      medianDays: 35,
      reached: 1,
      settled: 1,
    });
    expect(found[4]).toMatchObject({ entered: 1, advanced: 0, medianDays: null, reached: 1, settled: 1 });
  });

  it('law: what is counted of a part is never more than of the whole', () => {
    fc.assert(
      fc.property(journeys, (list) => {
        for (const { entered, advanced, decided, reached, settled, stage } of stagePassages(list)) {
          expect(advanced).toBeLessThanOrEqual(decided);
          expect(decided).toBeLessThanOrEqual(entered);
          expect(reached).toBeLessThanOrEqual(settled);
          expect(settled).toBeLessThanOrEqual(entered);
          if (stage !== 'production') expect(reached).toBeLessThanOrEqual(advanced);
          if (stage === 'packaging') expect(reached).toBe(advanced);
        }
      }),
      CASES,
    );
  });

  it('law: two portfolios together count what each of them counts', () => {
    fc.assert(
      fc.property(journeys, journeys, (one, other) => {
        const [first, second] = [stagePassages(one), stagePassages(other)];
        stagePassages([...other, ...one]).forEach((both, index) => {
          for (const key of ['entered', 'advanced', 'decided', 'reached', 'settled'] as const) {
            expect(both[key]).toBe((first[index]?.[key] ?? 0) + (second[index]?.[key] ?? 0));
          }
        });
      }),
      CASES,
    );
  });

  it('law: the median has as many numbers below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers) ?? Number.NaN;
        const below = numbers.filter((number) => number < middle).length;
        const above = numbers.filter((number) => number > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2);
      }),
      CASES,
    );
    expect(median([])).toBeNull();
  });
});
