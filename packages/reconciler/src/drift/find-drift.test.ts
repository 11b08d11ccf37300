import type { ObservedState } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { reconcile } from '../plan/reconcile';
import { service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { findDrift } from './find-drift';

const desired = desiredState(stack(service('db'), service('web')), target);

/** A host that has what was wished, then something done to it. */
function after(change: (world: World, observed: ObservedState) => void): ReturnType<typeof findDrift> {
  const world = new World();
  for (const operation of reconcile(desired, world.observe(), {}, world.now()).operations)
    world.apply(operation);
  const observed = world.observe();
  change(world, observed);
  return findDrift(desired, observed, world.now());
}

const web = ({ containers }: ObservedState) => {
  const found = containers.find(({ service: name }) => name === 'web');
  if (!found) throw new Error('web is there');
  return found;
};

describe('findDrift', () => {
  it('finds nothing where all is as it was deployed', () => {
    expect(after(() => undefined)).toEqual([]);
  });

  it('names a container that was stopped by hand', () => {
    const items = after((_, observed) => Object.assign(web(observed), { state: 'exited', exitCode: 0 }));
    expect(items).toEqual([{ kind: 'SERVICE', name: 'web', cause: { code: 'EXITED', exitCode: 0 } }]);
  });

  it('names a container that is gone, once', () => {
    const items = after((_, observed) => {
      observed.containers = observed.containers.filter((one) => one !== web(observed));
    });
    expect(items).toEqual([{ kind: 'SERVICE', name: 'web', cause: { code: 'ABSENT' } }]);
  });

  it('names a container of another configuration', () => {
    const [item] = after((_, observed) => Object.assign(web(observed), { configHash: 'another' }));
    expect(item).toMatchObject({ kind: 'SERVICE', name: 'web' });
  });

  it('leaves to others what putting back would not mend', () => {
    expect(after((_, observed) => Object.assign(web(observed), { health: 'unhealthy' }))).toEqual([]);
  });
});
