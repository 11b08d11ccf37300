import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/home.mjs';
import type { Machine } from './machine';
import { type Bar, isMet, type Report } from './report';

export interface Result extends Omit<Report, 'bars'> {
  bench: string;
  /** What was typed. */
  command: string;
  seconds: number;
  machine: Machine;
  bars: (Bar & { met: boolean })[];
}

export function resultOf(
  bench: string,
  report: Report,
  run: Pick<Result, 'command' | 'seconds' | 'machine'>,
): Result {
  return { bench, ...run, ...report, bars: report.bars.map((bar) => ({ ...bar, met: isMet(bar) })) };
}

/** Keeps the last result of each benchmark in bench/results/<bench>.json; gives the path. */
export function writeResult(result: Result): string {
  const folder = join(ROOT, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${result.bench}.json`);
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  return path;
}
