import type { ObservedState } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { recordedImages } from '../desired/recorded-images';
import { reconcile } from '../plan/reconcile';
import { service, stack, target } from '../testing/stacks';
import { World } from '../testing/world';
import { findDrift } from './find-drift';
import { imagesInPlace } from './images-in-place';

const model = stack(service('db'), service('web'));
const RECORDED = { db: 'sha256:db:1', web: 'sha256:web:1' };

/** As the observer judges a host that has what was deployed, once something was done to it. */
function drifts(change: (observed: ObservedState) => void) {
  const world = new World();
  for (const operation of reconcile(desiredState(model, target), world.observe(), {}, world.now()).operations)
    world.apply(operation);
  const observed = world.observe();
  for (const id of Object.values(RECORDED)) observed.images[id] = id;
  change(observed);
  const { images } = recordedImages(model, RECORDED, observed.images);
  const inPlace = imagesInPlace(RECORDED, observed);
  const desired = desiredState(model, target, { images: { ...images, ...inPlace.images } });
  return findDrift(desired, inPlace.observed, world.now());
}

const web = ({ containers }: ObservedState) => containers.find((one) => one.service === 'web');

describe('imagesInPlace', () => {
  it('takes a tag that names another image by now for no difference', () => {
    const moved = (observed: ObservedState) => Object.assign(observed.images, { 'web:1': 'sha256:newer' });
    expect(drifts(moved)).toEqual([]);
  });

  it('still tells of a container that runs another image', () => {
    const swapped = (observed: ObservedState) =>
      Object.assign(web(observed) ?? {}, { imageId: 'sha256:other' });
    expect(drifts(swapped)).toEqual([
      { kind: 'SERVICE', name: 'web', cause: { code: 'IMAGE_UPDATED', image: 'web:1' } },
    ]);
  });

  it('still tells of a container that was made otherwise from the same image', () => {
    const made = (observed: ObservedState) =>
      Object.assign(web(observed) ?? {}, { configHash: 'x', parts: {} });
    expect(drifts(made)).toEqual([{ kind: 'SERVICE', name: 'web', cause: { code: 'CONFIG_CHANGED' } }]);
  });

  it('leaves a service alone for which nothing was recorded, whatever its name', () => {
    const [container] = [{ kind: 'service', service: 'constructor', image: 'a:1', imageId: 'sha256:a' }];
    const observed = { containers: [container], images: {} } as unknown as ObservedState;
    expect(imagesInPlace({}, observed).images).toEqual({});
  });
});
