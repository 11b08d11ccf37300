import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUSYBOX_IMAGE, type TestEngine, testEngine } from '../testing';

let test: TestEngine;

beforeAll(async () => {
  test = await testEngine();
});
afterAll(() => test.close());

const find = async (...images: string[]) =>
  Object.keys((await test.engine.observe({ environmentId: 'none', images })).images);
const callsOf = async (...images: string[]) => {
  await test.engine.ping();
  const before = test.engine.apiCalls().total;
  await find(...images);
  return test.engine.apiCalls().total - before;
};

describe('images of an observation', () => {
  it('finds an image by every spelling of its name and by its id, asked one by one or from the list', async () => {
    const { Id } = await test.docker.getImage(BUSYBOX_IMAGE).inspect();
    const spellings = [BUSYBOX_IMAGE, `docker.io/${BUSYBOX_IMAGE}`, Id];
    const absent = ['jalon-test/none', `localhost:5000/none@sha256:${'0'.repeat(64)}`];
    expect(await find(...spellings, ...absent)).toEqual(spellings);
    const many = Array.from({ length: 20 }, (_, index) => `jalon-test/none:${index}`);
    expect(await find(...spellings, ...many)).toEqual(spellings);
  });

  it('asks once for an image that many services use, lists for many images, and asks nothing for none', async () => {
    expect(await callsOf(BUSYBOX_IMAGE, BUSYBOX_IMAGE)).toBe(4);
    expect(await callsOf(...Array.from({ length: 20 }, (_, index) => `jalon-test/none:${index}`))).toBe(4);
    expect(await callsOf()).toBe(3);
  });

  it.each(['', 'a b', 'x?y', '..', '../containers/json?x=', 'x%2e', 'x/../y', '/x', 'x#'])(
    'never asks for “%s”',
    async (text) => {
      expect(await find(text)).toEqual([]);
      expect(await callsOf(text)).toBe(3);
    },
  );
});
