import { describe, expect, it } from 'vitest';
import { verdictOn } from '../testing/hostile/verdict';

const SERVICE = 'services:\n  web:\n    image: nginx:1.27\n';

/** Attacks by size, made here: as files they would only be long. */
const FILES: [string, () => string, string][] = [
  ['more than a million characters', () => `${SERVICE}${'# x\n'.repeat(300_000)}`, 'COMPOSE_INVALID'],
  ['a hundred thousand brackets', () => `services: ${'['.repeat(100_000)}`, 'COMPOSE_INVALID'],
  ['a hundred thousand maps in maps', () => `services: ${'{a: '.repeat(100_000)}`, 'COMPOSE_INVALID'],
  [
    'ten thousand indents',
    () => Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'COMPOSE_INVALID',
  ],
  ['twenty thousand empty items', () => `${SERVICE}    command: [${','.repeat(20_000)}]`, 'COMPOSE_INVALID'],
  [
    'half a megabyte repeated forty times by an anchor',
    () =>
      `x-long: &long "${'a'.repeat(500_000)}"\n${SERVICE}    labels: {${Array.from({ length: 40 }, (_, i) => `l${i}: *long`).join(', ')}}\n`,
    'too-large',
  ],
  [
    'an argument longer than a kernel takes',
    () => `${SERVICE}    command: ["${'a'.repeat(200_000)}"]\n`,
    'too-long',
  ],
  [
    'a variable longer than a kernel takes',
    () => `${SERVICE}    environment: {A: "${'a'.repeat(200_000)}"}\n`,
    'too-long',
  ],
];

describe('attacks by size', () => {
  it.each(FILES)('%s', (_what, text, rule) => {
    expect(verdictOn(text()).rules).toEqual([rule]);
  });

  it('variables cannot do it either', () => {
    const labels = Array.from({ length: 50 }, (_, i) => `l${i}: "\${A}\${A}\${A}\${A}"`).join(', ');
    const verdict = verdictOn(`${SERVICE}    labels: {${labels}}\n`, { A: 'a'.repeat(100_000) });
    expect(verdict.rules).toEqual(['too-large']);
  });
});
