import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { giveBackAtRest } from './memory-at-rest';

const SECOND = 1_000_000;
let collected = 0;
let used = 0;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  collected = 0;
  used = 0;
  stop = giveBackAtRest(
    async () => {
      collected += 1;
    },
    () => used,
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** A minute in which the process uses so much of a core. */
function aMinute(share: number): void {
  for (let second = 0; second < 60; second += 1) {
    used += share * SECOND;
    vi.advanceTimersByTime(1_000);
  }
}

describe('memory at rest', () => {
  it('is given back once the work has ended, and once more after the next', () => {
    aMinute(0.6);
    expect(collected).toBe(0);
    aMinute(0.01);
    expect(collected).toBe(1);
    aMinute(0.02);
    expect(collected).toBe(1);
    aMinute(0.2);
    aMinute(0);
    expect(collected).toBe(2);
  });

  it('is given back after a start that nobody made use of', () => {
    aMinute(0);
    expect(collected).toBe(1);
  });

  it('is left alone once that is wished', () => {
    stop();
    aMinute(0);
    expect(collected).toBe(0);
  });
});
