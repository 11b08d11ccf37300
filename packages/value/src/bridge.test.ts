import { STAGE_KEYS, type StageKey } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BridgeCase, type BridgePoint, portfolioBridge, type ReachByStage } from './bridge';
import { exact, sumMoney } from './money';
import { riskAdjusted } from './range';
import { amount, CASES } from './testing/arbitraries';

const REACH: ReachByStage = {
  idea: '0.1',
  'proof-of-concept': '0.25',
  prototyping: '0.5',
  packaging: '0.8',
  production: '1',
};

const point = fc.record({
  stage: fc.constantFrom(...STAGE_KEYS),
  active: fc.boolean(),
  selected: fc.boolean(),
  expected: fc.option(amount),
});
const cases = fc
  .array(fc.tuple(fc.option(point), fc.option(point)), { maxLength: 20 })
  .map((list): BridgeCase[] =>
    list.map(([before, after], index) => ({ id: String(index), before, after: after ?? before })),
  );
const share = fc.integer({ min: 0, max: 10_000 }).map((tenths) => exact(tenths).div(10_000).toString());
const reach = fc.tuple(share, share, share, share).map(
  ([idea, proof, prototyping, packaging]): ReachByStage => ({
    idea,
    'proof-of-concept': proof,
    prototyping,
    packaging,
    production: '1',
  }),
);

const worth = (found: BridgePoint | null, by: ReachByStage): string =>
  found?.active && found.selected ? riskAdjusted(found.expected ?? '0', by[found.stage]) : '0.00';

const at = (
  stage: StageKey,
  expected: string | null = '1000',
  more: Partial<BridgePoint> = {},
): BridgePoint => ({
  stage,
  expected,
  active: true,
  selected: true,
  ...more,
});
const between = (before: BridgePoint | null, after: BridgePoint | null, to: ReachByStage = REACH) =>
  portfolioBridge([{ id: 'a', before, after }], REACH, to).causes.map(
    ({ cause, amount: changed }) => `${cause} ${changed}`,
  );

describe('the bridge', () => {
  it('law: the causes add up to the difference of the two figures, to the cent', () => {
    fc.assert(
      fc.property(cases, reach, reach, (list, from, to) => {
        const bridge = portfolioBridge(list, from, to);
        expect(bridge.start).toBe(sumMoney(list.map(({ before }) => worth(before, from))));
        expect(bridge.end).toBe(sumMoney(list.map(({ after }) => worth(after, to))));
        const sum = sumMoney([bridge.start, ...bridge.causes.map((cause) => cause.amount)]);
        expect(sum).toBe(bridge.end);
        expect(sumMoney([bridge.start, bridge.change])).toBe(bridge.end);
      }),
      CASES,
    );
  });

  it('law: each cause is the sum of its use cases, and names none twice', () => {
    fc.assert(
      fc.property(cases, reach, reach, (list, from, to) => {
        for (const { amount: whole, cases: own } of portfolioBridge(list, from, to).causes) {
          expect(sumMoney(own.map((part) => part.amount))).toBe(whole);
          expect(new Set(own.map((part) => part.id)).size).toBe(own.length);
          expect(own.length).toBeGreaterThan(0);
        }
      }),
      CASES,
    );
  });

  it('law: what did not change is in no cause, whatever else did', () => {
    fc.assert(
      fc.property(cases, fc.option(point), reach, (list, still, both) => {
        const bridge = portfolioBridge([...list, { id: 'still', before: still, after: still }], both, both);
        expect(bridge.causes.flatMap((cause) => cause.cases).some((part) => part.id === 'still')).toBe(false);
      }),
      CASES,
    );
  });

  it.each<[string, BridgePoint | null, BridgePoint | null, string[]]>([
    ['was not there', null, at('idea'), ['NEW 100.00']],
    ['has its first estimate', at('idea', null), at('idea'), ['REESTIMATED 100.00']],
    ['advances', at('idea'), at('prototyping'), ['ADVANCED 400.00']],
    ['arrives in production', at('packaging'), at('production'), ['REALISED 200.00']],
    ['is sent back', at('prototyping'), at('idea'), ['SENT_BACK -400.00']],
    ['is put on hold', at('prototyping'), at('prototyping', '1000', { active: false }), ['STOPPED -500.00']],
    ['is removed', at('prototyping'), null, ['STOPPED -500.00']],
    ['is active again', at('idea', '1000', { active: false }), at('idea'), ['REVIVED 100.00']],
    ['comes from another unit', at('idea', '1000', { selected: false }), at('idea'), ['MOVED 100.00']],
    ['goes to another unit', at('idea'), at('idea', '1000', { selected: false }), ['MOVED -100.00']],
    [
      'is estimated anew and advances',
      at('idea'),
      at('prototyping', '2000'),
      ['REESTIMATED 100.00', 'ADVANCED 800.00'],
    ],
  ])('of one that %s', (_what, before, after, causes) => {
    expect(between(before, after)).toEqual(causes);
  });

  it('of another probability is an assumption, and what happened besides counts at the new one', () => {
    const bolder = { ...REACH, idea: '0.2' };
    expect(between(at('idea'), at('prototyping'), bolder)).toEqual(['ADVANCED 300.00', 'ASSUMPTIONS 100.00']);
  });
});
