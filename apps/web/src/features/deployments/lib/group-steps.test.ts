import type { DeploymentStepView } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { groupSteps } from './group-steps';

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const step = (key: string, rest: Partial<DeploymentStepView>): DeploymentStepView => ({
  key,
  position: 0,
  kind: 'CREATE_CONTAINER',
  title: key,
  service: null,
  cause: { code: 'ABSENT' },
  status: 'PENDING',
  progress: null,
  log: '',
  error: null,
  startedAt: null,
  finishedAt: null,
  ...rest,
});

describe('groupSteps', () => {
  it('gathers by service in order, from the first start to the last end', () => {
    const groups = groupSteps([
      step('a.create', { service: 'a', status: 'SUCCEEDED', startedAt: at(1), finishedAt: at(2) }),
      step('network', { status: 'SUCCEEDED', startedAt: at(0), finishedAt: at(1) }),
      step('b.create', { service: 'b', status: 'RUNNING', startedAt: at(2) }),
      step('a.wait', { service: 'a', status: 'SUCCEEDED', startedAt: at(2), finishedAt: at(9) }),
    ]);
    expect(groups.map((group) => [group.service, group.status])).toEqual([
      [null, 'SUCCEEDED'],
      ['a', 'SUCCEEDED'],
      ['b', 'RUNNING'],
    ]);
    expect(groups[1]).toMatchObject({ startedAt: at(1), finishedAt: at(9) });
    expect(groups[2]?.finishedAt).toBeNull();
  });

  it('lets a failure speak for the whole, and calls half-done work running', () => {
    const failed = groupSteps([step('a', { status: 'SUCCEEDED' }), step('b', { status: 'FAILED' })]);
    expect(failed[0]?.status).toBe('FAILED');
    const half = groupSteps([step('a', { status: 'SUCCEEDED' }), step('b', {})]);
    expect(half[0]?.status).toBe('RUNNING');
  });
});
