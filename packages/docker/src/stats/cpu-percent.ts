import type { RawUsage } from './cgroup';

/** Counters of a container, and the moment that they are of. */
export interface Reading {
  usage: RawUsage;
  /** Milliseconds on a clock that only goes forward. */
  atMs: number;
  /** How long the reading took: on a busy host, the moment may be off by half of it. */
  vagueMs: number;
}

/** Of the time between two readings, so much may be vague. */
const MOST_VAGUE = 0.1;

/** True when the time between two readings is known well enough to divide by it. */
export function isComparable(before: Reading, now: Reading): boolean {
  return before.vagueMs + now.vagueMs <= MOST_VAGUE * (now.atMs - before.atMs);
}

/** CPU time used between two readings, in percent of one core, to one decimal. */
export function percentOf(before: Reading, now: Reading): number {
  const elapsedNs = (now.atMs - before.atMs) * 1e6;
  const used = Math.max(now.usage.cpuNs - before.usage.cpuNs, 0);
  return elapsedNs > 0 ? Math.round((used / elapsedNs) * 1000) / 10 : 0;
}
