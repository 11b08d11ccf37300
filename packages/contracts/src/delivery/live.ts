/** A deployment or run that is not finished, for the strip at the bottom of every page. */
export interface ActivityView {
  kind: 'DEPLOYMENT' | 'RUN';
  id: string;
  projectSlug: string;
  projectName: string;
  environment: string;
  /** DEPLOY, STOP, … or the job's name. */
  action: string;
  status: string;
  number: number;
  steps: { total: number; done: number } | null;
  startedAt: Date | null;
  queuedAt: Date;
}
