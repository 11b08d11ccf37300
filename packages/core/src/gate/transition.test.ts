import { DomainError, GATE_DECISIONS, STAGE_KEYS, type UseCaseStatus } from '@jalon/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from './transition';

const decision = fc.constantFrom(...GATE_DECISIONS);
const stage = fc.constantFrom(...STAGE_KEYS);
const open = fc.constantFrom<UseCaseStatus>('ACTIVE', 'ON_HOLD');
const CASES = { numRuns: 1000 };

describe('where a decision leads', () => {
  it('is one stage ahead with a go, an earlier one with a pivot, and nowhere else', () => {
    fc.assert(
      fc.property(
        stage,
        open,
        decision,
        fc.option(stage, { nil: undefined }),
        (from, status, taken, pivotTo) => {
          const at = STAGE_KEYS.indexOf(from);
          try {
            const to = transition(STAGE_KEYS, { stage: from, status }, taken, pivotTo);
            const moved = STAGE_KEYS.indexOf(to.stage) - at;
            if (taken === 'GO' || taken === 'CONDITIONAL_GO')
              expect([moved, to.status]).toEqual([1, 'ACTIVE']);
            else if (taken === 'PIVOT') expect(moved).toBeLessThan(0);
            else expect([moved, to.status]).toEqual([0, taken === 'HOLD' ? 'ON_HOLD' : 'REJECTED']);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            const last = at === STAGE_KEYS.length - 1;
            const { code, details } = error as DomainError;
            expect(code).toBe(last ? 'CONFLICT' : 'VALIDATION');
            if (!last) expect([taken, details[0]?.path]).toEqual(['PIVOT', 'pivotTo']);
          }
        },
      ),
      CASES,
    );
  });

  it('is nowhere for what is closed', () => {
    fc.assert(
      fc.property(
        stage,
        fc.constantFrom<UseCaseStatus>('REJECTED', 'RETIRED'),
        decision,
        (from, status, taken) => {
          expect(() => transition(STAGE_KEYS, { stage: from, status }, taken)).toThrow(
            expect.objectContaining({ code: 'CONFLICT' }),
          );
        },
      ),
      CASES,
    );
  });
});
