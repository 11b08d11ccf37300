import { z } from 'zod';
import type { Cause } from '../engine';
import type { ErrorCode } from '../errors';
import type { DeploymentAction, DeploymentSource, DeploymentStatus, StepStatus } from './enums';
import { environmentRef } from './names';

export const deployInput = environmentRef.extend({
  /** Version of the stack that was reviewed: what is deployed is what was shown. */
  stackVersion: z.int().positive(),
  note: z.string().trim().max(500).default(''),
});
export type DeployInput = z.infer<typeof deployInput>;

/** Stop, start, restart, remove. Volumes stay, whatever the action. */
export const environmentActionInput = environmentRef.extend({
  action: z.enum(['STOP', 'START', 'RESTART', 'REMOVE']),
});
export type EnvironmentActionInput = z.infer<typeof environmentActionInput>;

export const deploymentRef = z.object({ deploymentId: z.uuid() });
export type DeploymentRef = z.infer<typeof deploymentRef>;

export const listDeploymentsInput = z.object({
  projectId: z.uuid(),
  environmentId: z.uuid().optional(),
  /** Only those before this moment: the next page. */
  before: z.date().optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListDeploymentsInput = z.infer<typeof listDeploymentsInput>;

export interface DeploymentSummary {
  id: string;
  environmentId: string;
  environment: string;
  number: number;
  action: DeploymentAction;
  source: DeploymentSource;
  status: DeploymentStatus;
  revision: number | null;
  note: string;
  requestedBy: string | null;
  errorMessage: string | null;
  cancelRequestedAt: Date | null;
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  steps: { total: number; done: number };
}

export interface DeploymentStepView {
  key: string;
  position: number;
  kind: string;
  title: string;
  service: string | null;
  cause: Cause;
  status: StepStatus;
  /** 0 to 1 where it is known. */
  progress: number | null;
  log: string;
  error: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface DeploymentDetail extends DeploymentSummary {
  projectId: string;
  planText: string;
  errorCode: ErrorCode | null;
  /** Last lines of the service that broke it. */
  errorLog: string | null;
  /** Deployments of this environment that are before it in the queue. */
  waitingFor: number;
  stepTree: DeploymentStepView[];
}
