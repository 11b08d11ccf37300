import type { Cause, OperationKind, Refusal } from '../engine';
import type { PartChange } from '../engine/plan';
import type { ErrorDetail } from '../errors';

/** What a deployment would do, computed without Docker from the last snapshot. */
export interface PlanFindings {
  environmentId: string;
  /** Empty when the file cannot be read or lacks a variable. */
  operations: PlannedOperation[];
  unchanged: string[];
  refusals: Refusal[];
  problems: ErrorDetail[];
  warnings: ErrorDetail[];
  missingVariables: string[];
  planText: string;
  basis: PlanBasis;
  /** True when `deploy` would be accepted. */
  deployable: boolean;
}

/** The plan of the saved file. */
export interface PlanPreview extends PlanFindings {
  stackVersion: number;
}

export interface PlannedOperation {
  key: string;
  kind: OperationKind;
  service: string | null;
  /** What it acts on: an image, a container, a volume. */
  subject: string;
  cause: Cause;
  /** What a new container has otherwise than the one before; names alone where a value may be a secret. */
  changes: PartChange[];
}

/** What the plan was computed from. The deployment itself observes afresh. */
export interface PlanBasis {
  /** null: this environment has never been observed; the plan takes it for empty. */
  observedAt: Date | null;
  /** Older than a minute. */
  stale: boolean;
  engineUnreachableSince: Date | null;
}
