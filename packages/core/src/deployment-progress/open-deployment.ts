import type {
  DeploymentAction,
  DeploymentSource,
  DeploymentStatus,
  DesiredStateName,
} from '@jalon/contracts';
import type { NamedAllowance } from '../host/read-allowance';
import type { StackSource } from '../stack/stack-source';

/** A stored revision as the worker needs it; `variables` and `imageDigests` are as they were stored. */
export interface RevisionSource extends StackSource {
  id: string;
  number: number;
  variables: unknown;
  imageDigests: Record<string, string>;
}

/** A deployment that is not finished, with all that is needed to carry it out. */
export interface OpenDeployment {
  id: string;
  number: number;
  action: DeploymentAction;
  status: DeploymentStatus;
  environmentId: string;
  environmentSlug: string;
  desiredState: DesiredStateName;
  projectId: string;
  projectSlug: string;
  host: { id: string; endpoint: string; allowance: NamedAllowance };
  /** What is to be applied; null for an action that needs none. */
  revision: RevisionSource | null;
  /** A roll back and a promotion apply the revision's own images. */
  source: DeploymentSource;
  /** The last revision that was applied with success. */
  currentRevision: RevisionSource | null;
  /** On the clock of this process, whatever the database's says. */
  queuedAt: Date;
  cancelRequested: boolean;
  /** An earlier attempt had a plan that nothing spoke against: any part of it may have been carried out. */
  begun: boolean;
  /** Set once the new revision has been judged: what is left to do is to go back. */
  errorCode: string | null;
  errorMessage: string | null;
  errorLog: string | null;
}
