import type { RunStatus } from '@jalon/contracts';
import type { RevisionSource } from '../deployment-progress/open-deployment';
import type { NamedAllowance } from '../host/read-allowance';

/** A run that is not finished, with all that is needed to carry it out. */
export interface OpenRun {
  id: string;
  number: number;
  service: string;
  job: string;
  status: RunStatus;
  containerName: string;
  cancelRequested: boolean;
  environmentId: string;
  environmentSlug: string;
  projectId: string;
  projectSlug: string;
  useCaseId: string;
  host: { id: string; endpoint: string; allowance: NamedAllowance };
  currentRevision: RevisionSource | null;
}

/** The right to write one run; a newer token means that another worker follows it now. */
export interface RunLease {
  runId: string;
  token: bigint;
}
