import type { Row } from './table';

/** One figure against the bar of the project. */
export interface Bar {
  what: string;
  measured: number;
  unit: string;
  /** The measured figure must be at most or at least the bar. */
  must: 'at most' | 'at least';
  bar: number;
}

/** What a benchmark has found. */
export interface Report {
  /** The table that is printed; figures of one column share a unit, which the column's name says. */
  rows: Row[];
  bars: Bar[];
  /** What a reader has to know to judge the figures, e.g. that there was nothing to compare with. */
  notes: string[];
  /** Every single measurement, for who wants to look behind the medians; not printed. */
  samples?: Record<string, number[]>;
}

export interface BenchContext {
  /** Endpoint of the Docker engine; null for a benchmark that needs none. */
  dockerHost: string | null;
  /** The newest line of what is going on. */
  onLine: (line: string) => void;
  /** Aborted on Ctrl-C: a benchmark then removes what it made, and throws. */
  signal: AbortSignal;
  /** Rounds to take the median of; null: the benchmark's own choice. */
  rounds: number | null;
  /** Sizes of stacks; null: the benchmark's own choice. */
  sizes: readonly number[] | null;
  /** Measure the platform that runs from the local state, instead of one of the benchmark's own. */
  running: boolean;
}

export interface Bench {
  name: string;
  title: string;
  run(context: BenchContext): Promise<Report>;
}

export function isMet({ measured, must, bar }: Bar): boolean {
  return must === 'at most' ? measured <= bar : measured >= bar;
}
