import type { ObservedContainer, ObservedState } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { seenServices } from './service-states';

function observed(...containers: Partial<ObservedContainer>[]): ObservedState {
  const blank = {
    service: 'web',
    kind: 'service',
    state: 'running',
    health: 'none',
    startedAt: null,
    ports: [],
  };
  return {
    containers: containers.map((one) => ({ ...blank, id: one.name, ...one })),
  } as unknown as ObservedState;
}

const seen = (state: ObservedState, wanted?: Record<string, number>) =>
  seenServices(state, 'demo-sandbox', wanted).map(({ service, containerName, replicas, instances }) => [
    service,
    containerName,
    replicas,
    instances.map(({ number, state: word }) => [number, word]),
  ]);

describe('seenServices', () => {
  it('lets the container that is worst off stand for a service of several', () => {
    const state = observed(
      { name: 'demo-sandbox-web-1', health: 'healthy' },
      { name: 'demo-sandbox-web-2', health: 'unhealthy' },
      { name: 'demo-sandbox-web-10', health: 'starting' },
    );
    expect(seen(state, { web: 3 })).toEqual([
      [
        'web',
        'demo-sandbox-web-2',
        3,
        [
          [1, 'running'],
          [2, 'running'],
          [10, 'running'],
        ],
      ],
    ]);
  });

  it('counts how many there should be, whatever is there', () => {
    const state = observed({ name: 'demo-sandbox-web-1' }, { name: 'demo-sandbox-web-3', state: 'exited' });
    expect(seen(state, { web: 3 })).toEqual([
      [
        'web',
        'demo-sandbox-web-3',
        3,
        [
          [1, 'running'],
          [3, 'exited'],
        ],
      ],
    ]);
    expect(seen(state)[0]?.[2]).toBe(2);
  });

  it('takes the container of that name while it is being replaced, and the one set aside where there is none', () => {
    const old = { name: 'demo-sandbox-web-1.old', state: 'running' } as const;
    expect(seen(observed(old, { name: 'demo-sandbox-web-1', state: 'created' }))).toEqual([
      ['web', 'demo-sandbox-web-1', 1, [[1, 'created']]],
    ]);
    expect(seen(observed(old))).toEqual([['web', 'demo-sandbox-web-1.old', 1, [[1, 'running']]]]);
  });
});
