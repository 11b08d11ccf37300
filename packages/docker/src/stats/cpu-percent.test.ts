import { describe, expect, it } from 'vitest';
import { isComparable, percentOf, type Reading } from './cpu-percent';

const reading = (atMs: number, cpuMs: number, vagueMs = 0): Reading => ({
  usage: { cpuNs: cpuMs * 1e6, memoryBytes: 1 },
  atMs,
  vagueMs,
});

describe('CPU percentage of two readings', () => {
  it('is of one core', () => {
    expect(percentOf(reading(0, 0), reading(1_000, 500))).toBe(50);
    expect(percentOf(reading(0, 0), reading(1_000, 2_000))).toBe(200);
    expect(percentOf(reading(0, 700), reading(1_000, 0))).toBe(0);
  });

  it('is not made of moments that are vague', () => {
    expect(isComparable(reading(0, 0, 2), reading(1_000, 500, 2))).toBe(true);
    expect(isComparable(reading(0, 0, 0), reading(1_000, 500, 400))).toBe(false);
    expect(isComparable(reading(0, 0, 400), reading(1_000, 500, 0))).toBe(false);
    // The longer the time between them, the less it matters.
    expect(isComparable(reading(0, 0, 400), reading(5_000, 500, 0))).toBe(true);
  });
});
