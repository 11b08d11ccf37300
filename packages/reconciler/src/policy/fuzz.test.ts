import { describe, expect, it } from 'vitest';
import { fuzz } from '../testing/fuzz/fuzz';
import { readHostileFiles } from '../testing/hostile/read-files';

const corpus = readHostileFiles().map(({ text }) => text);
const CASES = 600;
const seeds = [1, Math.floor(Math.random() * 2 ** 31)];

describe('fuzzing the policy', () => {
  it.each(seeds)('finds no way through with the seed %i', (seed) => {
    const report = fuzz({ seed, corpus, done: ({ cases }) => cases >= CASES });
    expect(report.findings).toEqual([]);
    // Both sides of the line were walked.
    expect(report.accepted).toBeGreaterThan(CASES / 20);
    expect(report.refusedByPolicy).toBeGreaterThan(CASES / 20);
    expect(report.refusedByReader).toBeGreaterThan(CASES / 20);
    expect(report.slipsRefused).toBeGreaterThan(CASES / 50);
  });

  it('makes the same cases of the same seed', () => {
    const once = () => fuzz({ seed: 7, corpus, done: ({ cases }) => cases >= 50 });
    expect(once()).toEqual(once());
  });
});
