import {
  LIFECYCLE_ACTIONS,
  type Principal,
  STAGE_KEYS,
  USE_CASE_STATUSES,
  type UseCaseStatus,
} from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { lifecycleTarget, openActions, requireTarget } from './lifecycle';

const owner: Principal = { userId: 'a', name: 'A', role: 'BUSINESS' };
const admin: Principal = { userId: 'b', name: 'B', role: 'ADMIN' };
const other: Principal = { userId: 'c', name: 'C', role: 'BUSINESS' };
const engineer: Principal = { userId: 'a', name: 'A', role: 'ENGINEER' };

describe('the life of a use case', () => {
  it('leads to a status that differs from the present one, or nowhere', () => {
    for (const status of USE_CASE_STATUSES) {
      for (const stage of STAGE_KEYS) {
        for (const action of LIFECYCLE_ACTIONS) {
          const target = lifecycleTarget({ status, stage }, action);
          expect(target).not.toBe(status);
          if (target === null) expect(() => requireTarget({ status, stage }, action)).toThrow(/\.$/);
        }
      }
    }
  });

  it('is rejected before production, and retired in it', () => {
    expect(lifecycleTarget({ status: 'ACTIVE', stage: 'packaging' }, 'REJECT')).toBe('REJECTED');
    expect(lifecycleTarget({ status: 'ACTIVE', stage: 'packaging' }, 'RETIRE')).toBeNull();
    expect(lifecycleTarget({ status: 'ON_HOLD', stage: 'production' }, 'RETIRE')).toBe('RETIRED');
    expect(lifecycleTarget({ status: 'ACTIVE', stage: 'production' }, 'REJECT')).toBeNull();
  });

  it.each<[UseCaseStatus, string[], string[]]>([
    ['ACTIVE', ['HOLD', 'REJECT'], ['HOLD', 'REJECT']],
    ['ON_HOLD', ['REJECT', 'RESTORE'], ['REJECT', 'RESTORE']],
    ['REJECTED', [], ['RESTORE']],
    ['RETIRED', [], ['RESTORE']],
  ])('of an idea that is %s: its owner may %j, an admin %j, nobody else anything', (status, own, all) => {
    const useCase = { status, stage: 'idea' as const, ownerId: 'a' };
    expect(openActions(owner, useCase)).toEqual(own);
    expect(openActions(admin, useCase)).toEqual(all);
    expect(openActions(other, useCase)).toEqual([]);
    expect(openActions(engineer, useCase)).toEqual([]);
  });
});
