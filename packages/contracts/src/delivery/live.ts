import type { DeploymentAction, DeploymentSource, DeploymentStatus, RunStatus } from './enums';

interface ActivityBase {
  id: string;
  projectSlug: string;
  projectName: string;
  environment: string;
  number: number;
  startedAt: Date | null;
  queuedAt: Date;
}

/** A deployment or run that is not finished, for the strip at the bottom of every page. */
export type ActivityView =
  | (ActivityBase & {
      kind: 'DEPLOYMENT';
      action: DeploymentAction;
      source: DeploymentSource;
      status: DeploymentStatus;
      steps: { total: number; done: number };
    })
  | (ActivityBase & { kind: 'RUN'; job: string; status: RunStatus });
