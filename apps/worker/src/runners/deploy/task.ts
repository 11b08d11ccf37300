import type { DesiredState, StackModel, StackTarget } from '@jalon/contracts';
import type { OpenDeployment, RevisionSource } from '@jalon/core/deployment-progress';
import type { Lease } from '@jalon/core/lease';
import type { CallsUnderWay, DockerEngine } from '@jalon/docker';
import type { HeldLease } from '../../lease/hold-lease';
import type { WorkerTools } from '../../tools';

/** One deployment under way in this process. */
export interface DeployTask {
  tools: WorkerTools;
  deployment: OpenDeployment;
  lease: Lease;
  held: HeldLease;
  engine: DockerEngine;
  /** Calls that a cancel left behind. */
  underWay: CallsUnderWay;
}

/** A revision made ready to be held against the host. */
export interface Blueprint {
  revision: RevisionSource | null;
  stack: StackModel;
  target: StackTarget;
  desired: DesiredState;
}
