import { describe, expect, it } from 'vitest';
import { service, stack, target } from '../testing/stacks';
import { desiredState } from './desired-state';
import { imagesToLookFor, recordedImages } from './recorded-images';

const id = (digit: string) => `sha256:${digit.repeat(64)}`;
const build = { context: 'jalon://model-template', dockerfile: 'Dockerfile', args: {}, target: null };
const BUILT = 'jalon/demo-model:abc';

const model = service('model', { image: null, build });
const cache = service('cache', { image: 'cache:1' });
const job = service('train', {
  image: null,
  build,
  jalon: { role: 'job', roleName: 'job', technology: null, expose: null, job: 'train' },
});
const whole = stack(model, cache, job);
const recorded = { model: BUILT, cache: id('a') };

describe('recordedImages', () => {
  it('runs what was built from its recorded tag', () => {
    const { images, absent } = recordedImages(whole, recorded, { [BUILT]: id('1'), 'cache:1': id('a') });
    expect(images).toEqual({ model: BUILT });
    expect(absent).toEqual([]);
  });

  it('runs what was pulled by its id once the tag names another image, and by its tag while it does not', () => {
    const present = { [BUILT]: id('1'), 'cache:1': id('b'), [id('a')]: id('a') };
    expect(recordedImages(whole, recorded, present).images).toEqual({ model: BUILT, cache: id('a') });
    const again = { ...present, 'cache:1': id('a') };
    expect(recordedImages(whole, recorded, again).images).not.toHaveProperty('cache');
  });

  it('names what the host has lost', () => {
    expect(recordedImages(whole, recorded, { 'cache:1': id('b') }).absent).toEqual([
      { service: 'model', image: BUILT },
      { service: 'cache', image: 'cache:1 (sha256:aaaaaaaaaaaa)' },
    ]);
  });

  it('leaves alone what names its content, what was never recorded, and jobs', () => {
    const pinned = stack(service('cache', { image: `cache@${id('a')}` }), job);
    expect(recordedImages(pinned, { cache: id('b'), train: 'x:1' }, {})).toEqual({ images: {}, absent: [] });
    expect(recordedImages(whole, {}, {})).toEqual({ images: {}, absent: [] });
  });

  it('is what the desired state runs, with another hash for another image', () => {
    const images = { model: BUILT, cache: id('a') };
    const byRecord = desiredState(whole, target, { images });
    const byFile = desiredState(whole, target, { builtImages: { model: BUILT } });
    expect(byRecord.services.cache?.image).toBe(id('a'));
    expect(byFile.services.cache?.image).toBe('cache:1');
    expect(byRecord.services.cache?.configHash).not.toBe(byFile.services.cache?.configHash);
    expect(byRecord.services.model?.configHash).toBe(byFile.services.model?.configHash);
  });
});

describe('imagesToLookFor', () => {
  it('asks after the recorded image and the reference of the file', () => {
    expect(imagesToLookFor(whole, recorded)).toEqual([BUILT, id('a'), 'cache:1']);
  });
});
