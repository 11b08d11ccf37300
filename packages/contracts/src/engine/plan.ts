import type { Cause } from './cause';
import type { DesiredBuild, DesiredNetwork, DesiredService, DesiredVolume } from './desired-state';

/** What will be done and why: data, never a call. Operations whose dependencies are met may run side by side. */
export interface Plan {
  operations: Operation[];
  /** Services that are as they should be, by name. */
  unchanged: string[];
  /** What policy or preflight refuses; a plan with refusals is shown and never executed. */
  refusals: Refusal[];
}

export interface Refusal {
  rule: string;
  service: string | null;
  message: string;
}

/** A part of a container that differs from the container before. */
export interface PartChange {
  /** Named as in the cause: `image`, `ports`, `environment.MODEL_URI`. */
  part: string;
  change: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** Empty: it says nothing. Null: it was not there, is not known, or is not to be shown. */
  before: string | null;
  after: string | null;
}

interface OperationBase {
  /** Deterministic: the same desired and observed state give the same keys. */
  key: string;
  /** Why it is needed. */
  cause: Cause;
  /** Keys of operations that must have succeeded first. */
  after: string[];
  service: string | null;
}

export type Operation =
  | (OperationBase & { kind: 'BUILD_IMAGE'; image: string; build: DesiredBuild })
  | (OperationBase & { kind: 'PULL_IMAGE'; image: string })
  | (OperationBase & { kind: 'CREATE_NETWORK'; network: DesiredNetwork })
  /** Whoever is still attached and is none of ours (the gateway) is disconnected first. */
  | (OperationBase & { kind: 'REMOVE_NETWORK'; name: string })
  | (OperationBase & { kind: 'CREATE_VOLUME'; volume: DesiredVolume })
  | (OperationBase & {
      kind: 'CREATE_CONTAINER';
      desired: DesiredService;
      name: string;
      changes?: PartChange[];
    })
  | (OperationBase & { kind: 'START_CONTAINER'; container: string })
  | (OperationBase & { kind: 'STOP_CONTAINER'; container: string; timeoutMs: number })
  | (OperationBase & { kind: 'RENAME_CONTAINER'; container: string; name: string })
  | (OperationBase & { kind: 'REMOVE_CONTAINER'; container: string })
  /** The gateway leads to this container from now on; what it has under way with the one before may end. */
  | (OperationBase & { kind: 'SWITCH_ROUTE'; container: string; drainMs: number })
  | (OperationBase & { kind: 'WAIT_HEALTHY'; container: string; deadlineMs: number })
  /** Up without a restart for `windowMs`; healthy as well, before `deadlineMs`, where the container has a health check. */
  | (OperationBase & { kind: 'WAIT_RUNNING'; container: string; windowMs: number; deadlineMs: number })
  /** Ended by itself with exit code 0 before `deadlineMs`: what `service_completed_successfully` waits for. */
  | (OperationBase & { kind: 'WAIT_COMPLETED'; container: string; deadlineMs: number });

/** One way in which a host differs from what was deployed to it. */
export interface DriftItem {
  kind: 'SERVICE' | 'NETWORK' | 'VOLUME';
  /** Of the service in its file; of a network or a volume on the host. */
  name: string;
  /** What putting it back would give as its reason. */
  cause: Cause;
}

export type OperationKind = Operation['kind'];
