import type { DockerClient } from '../client/client';
import type { EngineLogger } from '../engine-logger';
import type { ContainerWatch } from '../wait/container-watch';

/** What a step says while it runs. */
export interface StepProgress {
  /** 0 to 1. */
  progress?: number;
  /** Text to add to the step's log, with its line ends. */
  log?: string;
}

/** A container made in this execution, with what a wait needs to know about it. */
export interface MadeContainer {
  id: string;
  image: string;
  /** null: whatever the image says. */
  declaresHealth: boolean | null;
}

/** What every operation is given: the daemon, the signal, and what earlier operations of this plan have learnt. */
export interface Execution {
  client: DockerClient;
  logger: EngineLogger;
  signal: AbortSignal;
  allNetworksAtOnce: boolean;
  /** Milliseconds between two questions to the daemon about a container that is waited for. */
  lookEveryMs: number;
  /** By container name. */
  made: Map<string, MadeContainer>;
  /** One subscription for all waits; opened before the first operation. */
  watch: ContainerWatch;
  build: (image: string, build: BuildSource, report: (progress: StepProgress) => void) => Promise<void>;
  /** Makes the gateway lead to this container. */
  switchRoute: (container: string) => Promise<void>;
  /** Whether an image brings a health check of its own; asked once for each image. */
  imageHasHealthcheck: (image: string) => Promise<boolean>;
}

/** A build as the plan carries it. */
export interface BuildSource {
  context: string;
  dockerfile: string;
  args: Record<string, string>;
  target: string | null;
}
