import type { ObservedContainer, ObservedState, StackModel } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { routeNetworks, routeTargets } from './route-target';

function stackOf(basePath: 'strip' | 'keep', role: 'service' | 'job' = 'service'): StackModel {
  const jalon = { role, technology: null, expose: { port: 8000, basePath }, job: null };
  const services = { model: { name: 'model', jalon } };
  return { services, networks: {}, volumes: {} } as unknown as StackModel;
}

function observedOf(changes: Partial<ObservedContainer>): ObservedState {
  const container = {
    name: 'p-e-model-1',
    state: 'running',
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
      { service: 'model', path: '/s/p/e/model/', targetHost: '10.0.0.2', targetPort: 8000, stripPath: true },
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

  it('never leads to a job', () => {
    expect(routeTargets(input(stackOf('strip', 'job'), observedOf({})))).toEqual([]);
  });
});
