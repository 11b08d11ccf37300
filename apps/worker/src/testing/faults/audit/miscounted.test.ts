import type { TestEngine } from '@jalon/docker/testing';
import { describe, expect, it } from 'vitest';
import { isMiscounted } from './miscounted';

/** An engine with one network, as far as it is asked; `refusal` is what it says to its removal. */
function engineWith(connected: readonly string[], refusal: string | null): TestEngine['docker'] {
  const network = {
    inspect: async () => ({ Containers: Object.fromEntries(connected.map((id) => [id, {}])) }),
    remove: async () => {
      if (refusal) throw new Error(refusal);
    },
  };
  return { getNetwork: () => network } as unknown as TestEngine['docker'];
}

const REFUSAL = 'error while removing network: network n id 1 has active endpoints';

describe('a network that is left', () => {
  it('is the engine’s fault when it refuses to remove it, though nobody is connected', async () => {
    expect(await isMiscounted(engineWith([], REFUSAL), 'n')).toBe(true);
  });

  it('is ours when somebody is connected, or when it can be removed', async () => {
    expect(await isMiscounted(engineWith(['a'], REFUSAL), 'n')).toBe(false);
    expect(await isMiscounted(engineWith([], null), 'n')).toBe(false);
  });

  it('is neither when the engine says something else', async () => {
    await expect(isMiscounted(engineWith([], 'no such network'), 'n')).rejects.toThrow('no such network');
  });
});
