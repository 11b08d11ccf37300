import { parseStack } from '@jalon/compose';
import { expect, it } from 'vitest';
import { randomOf } from '../random';
import { breakStack, changeStack, drawStack } from './draw-stack';
import { composeOf } from './stack';

it('every stack that is drawn is a Compose file that can be deployed', () => {
  const means = { ports: [20_001, 20_002, 20_003, 20_004] };
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = randomOf(seed, 'draw');
    const first = drawStack(random, means, 1, 4);
    const next = changeStack(random, means, first, 2);
    for (const stack of [first, next, breakStack(random, next, 3)]) {
      expect(() => parseStack(composeOf(stack), {}), `seed ${seed}`).not.toThrow();
      for (const { kind } of Object.values(stack)) kinds.add(kind);
    }
  }
  expect([...kinds].sort()).toEqual(['job', 'once', 'server']);
});
