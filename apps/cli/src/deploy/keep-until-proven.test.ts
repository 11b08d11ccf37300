import type { Cause, Operation, Plan } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepUntilProven } from './keep-until-proven';

const step = (
  kind: 'STOP_CONTAINER' | 'START_CONTAINER' | 'REMOVE_CONTAINER' | 'WAIT_HEALTHY',
  name: string,
  code: Cause['code'],
  ...after: string[]
): Operation =>
  ({
    kind,
    key: `${kind}:${name}`,
    container: name,
    cause: { code },
    after,
    service: name,
  }) as unknown as Operation;
const planOf = (...operations: Operation[]): Plan => ({ operations, unchanged: [], refusals: [] });
const START = 'START_CONTAINER';
const WAIT = 'WAIT_HEALTHY';
const REMOVE = 'REMOVE_CONTAINER';
const keys = ({ operations }: Plan) => operations.map(({ key }) => key);
const afterOf = ({ operations }: Plan, key: string) => operations.find((one) => one.key === key)?.after;

describe('what a plan takes away', () => {
  it('stays until every service has proved itself', () => {
    const plan = keepUntilProven(
      planOf(
        step('STOP_CONTAINER', 'gone', 'SERVICE_GONE'),
        step(REMOVE, 'gone', 'SERVICE_GONE', 'STOP_CONTAINER:gone'),
        step(START, 'a', 'CONFIG_CHANGED'),
        step(WAIT, 'a', 'HEALTH_AWAITED', `${START}:a`),
        step(REMOVE, 'a.old', 'SUCCESSOR_READY', `${WAIT}:a`),
        step(START, 'b', 'CONFIG_CHANGED', `${WAIT}:a`),
        step(WAIT, 'b', 'HEALTH_AWAITED', `${START}:b`),
      ),
    );
    const proven = [`${WAIT}:a`, `${WAIT}:b`];
    expect(keys(plan)).toEqual([
      `${START}:a`,
      `${WAIT}:a`,
      `${START}:b`,
      `${WAIT}:b`,
      'STOP_CONTAINER:gone',
      `${REMOVE}:gone`,
      `${REMOVE}:a.old`,
    ]);
    expect(afterOf(plan, `${REMOVE}:a.old`)).toEqual(proven);
    expect(afterOf(plan, 'STOP_CONTAINER:gone')).toEqual(proven);
    expect(afterOf(plan, `${REMOVE}:gone`)).toEqual(['STOP_CONTAINER:gone', ...proven]);
  });

  it('goes at once where another service needs what it holds, such as its port', () => {
    const plan = planOf(
      step('STOP_CONTAINER', 'gone', 'SERVICE_GONE'),
      step(REMOVE, 'gone', 'SERVICE_GONE', 'STOP_CONTAINER:gone'),
      step(START, 'a', 'ABSENT', 'STOP_CONTAINER:gone'),
      step(WAIT, 'a', 'HEALTH_AWAITED', `${START}:a`),
    );
    const kept = keepUntilProven(plan);
    expect(afterOf(kept, 'STOP_CONTAINER:gone')).toEqual([]);
    expect(afterOf(kept, `${REMOVE}:gone`)).toContain(`${WAIT}:a`);
  });

  it('leaves a plan that takes nothing away, or only takes away, as it is', () => {
    const makes = planOf(step(START, 'a', 'ABSENT'), step(WAIT, 'a', 'HEALTH_AWAITED', `${START}:a`));
    const takes = planOf(step(REMOVE, 'gone', 'SERVICE_GONE'));
    expect([keepUntilProven(makes), keepUntilProven(takes)]).toEqual([makes, takes]);
  });

  it('comes after all waits and before nothing that a wait needs, in any plan', () => {
    const causes = ['SUCCESSOR_READY', 'SERVICE_GONE', 'CONFIG_CHANGED'] as const;
    const anyPlan = fc
      .array(fc.tuple(fc.boolean(), fc.constantFrom(...causes), fc.array(fc.nat(30), { maxLength: 3 })), {
        maxLength: 30,
      })
      .map((rows) =>
        planOf(
          ...rows.map(([waits, cause, needs], index) =>
            step(
              waits ? WAIT : REMOVE,
              String(index),
              waits ? 'HEALTH_AWAITED' : cause,
              ...new Set(
                needs
                  .filter((need) => need < index)
                  .map((need) => `${rows[need]?.[0] ? WAIT : REMOVE}:${need}`),
              ),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const kept = keepUntilProven(plan);
        expect([...keys(kept)].sort()).toEqual([...keys(plan)].sort());
        const place = new Map(keys(kept).map((key, index) => [key, index]));
        for (const { key, after } of kept.operations)
          for (const before of after) expect(place.get(before)).toBeLessThan(place.get(key) ?? -1);
        for (const { key, after } of plan.operations)
          expect(afterOf(kept, key)).toEqual(expect.arrayContaining(after));
      }),
    );
  });
});
