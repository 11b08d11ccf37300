import type { ObservedContainer, ObservedState, StackModel } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { routeNetworks, routeTargets } from './route-target';

function stackOf(basePath: 'strip' | 'keep', role: 'service' | 'job' = 'service'): StackModel {
  const jalon = { role, technology: null, expose: { port: 8000, basePath }, job: null };
  const services = { model: { name: 'model', jalon, replicas: 1 } };
  return { services, networks: {}, volumes: {} } as unknown as StackModel;
}

function observedOf(changes: Partial<ObservedContainer>): ObservedState {
  const container = {
    name: 'p-e-model-1',
    state: 'running',
    health: 'none',
    addresses: { p_b: '10.0.0.2', p_a: '' },
    ...changes,
  };
  return { containers: [container] } as unknown as ObservedState;
}

const input = (stack: StackModel, observed: ObservedState) => ({
  project: 'p',
  environment: 'e',
  stack,
  observed,
});

describe('routeTargets', () => {
  it('leads to the first network on which the container has an address', () => {
    const given = input(stackOf('strip'), observedOf({}));
    expect(routeTargets(given)).toEqual([
      {
        service: 'model',
        path: '/s/p/e/model/',
        targetHost: '10.0.0.2',
        targetHosts: ['10.0.0.2'],
        targetPort: 8000,
        stripPath: true,
      },
    ]);
    expect(routeNetworks(given)).toEqual(['p_b']);
  });

  it('keeps the address of a service that does not run, leading nowhere', () => {
    const given = input(stackOf('keep'), observedOf({ state: 'exited' }));
    expect(routeTargets(given)).toMatchObject([{ targetHost: '', stripPath: false }]);
    expect(routeNetworks(given)).toEqual([]);
  });

  it.each<[string, Partial<ObservedContainer>, string]>([
    ['starts', { health: 'starting' }, '10.0.0.1'],
    ['is broken', { state: 'exited' }, '10.0.0.1'],
    ['is healthy', { health: 'healthy' }, '10.0.0.2'],
  ])('leads to the container before while its successor %s', (_case, changes, address) => {
    const before = { name: 'p-e-model-1.old', addresses: { p_b: '10.0.0.1' } };
    const containers = [changes, before].flatMap((each) => observedOf(each).containers);
    const observed = { containers } as unknown as ObservedState;
    expect(routeTargets(input(stackOf('strip'), observed))).toMatchObject([{ targetHost: address }]);
  });

  it.each<[string, (ObservedContainer['health'] | 'exited')[], string[]]>([
    ['all that are ready', ['healthy', 'none', 'healthy'], ['10.0.0.1', '10.0.0.2', '10.0.0.3']],
    ['only those that are', ['unhealthy', 'healthy', 'exited'], ['10.0.0.2']],
    ['those that run when none is', ['starting', 'exited', 'unhealthy'], ['10.0.0.1', '10.0.0.3']],
    ['none when none runs', ['exited', 'exited', 'exited'], []],
  ])('leads to several containers: %s', (_case, moods, addresses) => {
    const containers = moods.flatMap((mood, index) => {
      const state = mood === 'exited' ? ('exited' as const) : ('running' as const);
      const health = mood === 'exited' ? ('none' as const) : mood;
      const changes = {
        name: `p-e-model-${index + 1}`,
        state,
        health,
        addresses: { p_b: `10.0.0.${index + 1}` },
      };
      return observedOf(changes).containers;
    });
    const stack = stackOf('strip');
    if (stack.services.model) stack.services.model.replicas = 3;
    const [route] = routeTargets(input(stack, { containers } as unknown as ObservedState));
    expect([route?.targetHosts, route?.targetHost]).toEqual([addresses, addresses[0] ?? '']);
  });

  it('never leads to a job', () => {
    expect(routeTargets(input(stackOf('strip', 'job'), observedOf({})))).toEqual([]);
  });
});
