import { z } from 'zod';
import type { RunStatus } from './enums';
import { environmentRef, serviceNameSchema } from './names';

export const startRunInput = environmentRef.extend({ service: serviceNameSchema });
export type StartRunInput = z.infer<typeof startRunInput>;

export const listRunsInput = z.object({
  projectId: z.uuid(),
  /** Absent: the runs of every environment, and the jobs of the first. */
  environmentId: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(30),
  before: z.date().optional(),
});
export type ListRunsInput = z.infer<typeof listRunsInput>;

export const runRef = z.object({ runId: z.uuid() });
export type RunRef = z.infer<typeof runRef>;

/** A service of role `job` in the revision that runs. */
export interface JobView {
  service: string;
  /** train, score or a name of the project's own. */
  job: string;
}

export interface RunSummary {
  id: string;
  number: number;
  environmentId: string;
  environment: string;
  service: string;
  job: string;
  status: RunStatus;
  trigger: string;
  requestedBy: string | null;
  /** The job's own sentence about what it did. */
  summary: string | null;
  errorMessage: string | null;
  cancelRequestedAt: Date | null;
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface RunDetail extends RunSummary {
  projectId: string;
  image: string;
  exitCode: number | null;
  log: string;
  result: RunResult | null;
}

/** What a job wrote to its result file. Anything beyond is kept in `report`. */
export interface RunResult {
  summary: string | null;
  metrics: Record<string, number>;
  kpis: { key: string; value: number; unit: string | null; at: string | null }[];
  artifacts: string[];
  evaluation: ModelEvaluation;
}

/** What can be drawn of a model's report; each part is null when the report lacks it. */
export interface ModelEvaluation {
  confusion: ConfusionMatrix | null;
  calibration: CalibrationBin[] | null;
}

/** Counts; rows are what happened, columns what was predicted. */
export interface ConfusionMatrix {
  labels: string[];
  counts: number[][];
}

export interface CalibrationBin {
  /** Mean predicted probability in the bin, 0 to 1. */
  predicted: number;
  /** Observed share in the bin, 0 to 1. */
  observed: number;
  count: number;
}

export interface RunPage {
  jobs: JobView[];
  runs: RunSummary[];
}
