import type { SampleProblem, SamplesSheet } from '@jalon/contracts';
import type { Db } from '@jalon/db';
import type { KpiRow } from '../kpi/require-kpi';
import { compareSamples, type GivenSample } from '../kpi/sample-clashes';
import { type ReadSample, readSamples } from './read-samples';

export interface JudgedSamples {
  rows: number;
  fresh: (GivenSample & { row: number })[];
  known: number;
  /** By row. */
  problems: SampleProblem[];
}

/** A sheet read and held against what the KPI has: what would be written, and what is in the way. */
export async function judgeSamples(
  db: Db,
  kpi: KpiRow,
  sheet: SamplesSheet,
  now: Date,
): Promise<JudgedSamples> {
  const { rows, samples, problems } = await readSamples(sheet, kpi.unit, now);
  const { fresh, known, clashes } = await compareSamples(db, kpi.id, 'MANUAL', samples);
  const taken = clashes.flatMap(({ index, value, twice }): SampleProblem[] => {
    const sample = samples[index];
    if (!sample) return [];
    return [{ row: sample.row, cell: sample.cell, code: twice ? 'twice' : 'taken', value }];
  });
  return {
    rows,
    fresh: fresh as ReadSample[],
    known,
    problems: [...problems, ...taken].sort((left, right) => left.row - right.row),
  };
}
