import type { HealthcheckModel, MountModel, PortModel, UlimitModel } from './stack-model';

/** What should be, for one environment: names are the daemon's, hashes are final. Pure data, JSON-safe. */
export interface DesiredState {
  target: StackTarget;
  networks: Record<string, DesiredNetwork>;
  volumes: Record<string, DesiredVolume>;
  /** Long-running services in the revision, by service name. Jobs are not here: a run makes them. */
  services: Record<string, DesiredService>;
}

/** Whose stack it is. `projectName` (`<project>-<environment>`) prefixes every name and is Compose's project. */
export interface StackTarget {
  environmentId: string;
  project: string;
  environment: string;
  projectName: string;
  revision: number;
}

export interface DesiredNetwork {
  key: string;
  name: string;
  external: boolean;
  internal: boolean;
  driver: string | null;
  labels: Record<string, string>;
  configHash: string;
}

export interface DesiredVolume {
  key: string;
  name: string;
  external: boolean;
  driver: string | null;
  driverOpts: Record<string, string>;
  labels: Record<string, string>;
}

export interface DesiredService {
  service: string;
  /** Of the first container; the others differ from it by the number at its end. */
  containerName: string;
  /** Containers that run side by side, all of one configuration. */
  replicas: number;
  /** Image reference to run. For a built service: the tag that the build makes. */
  image: string;
  build: DesiredBuild | null;
  container: ContainerSpec;
  dependsOn: Record<string, DesiredDependency>;
  hasHealthcheck: boolean;
  /**
   * Its container and its successor may run side by side for a moment: the gateway opens it, it holds no port of the
   * host, and it writes to no volume. It is replaced without a refused request.
   */
  handover: boolean;
  /** SHA-256 over everything that would make another container (image reference included). */
  configHash: string;
  /** Hash per named part (image, environment.<NAME>, ports, mounts, …), to say what changed. */
  parts: Record<string, string>;
  /** Parts whose value may be shown, as text: image, ports, mounts, limits; never what may hold a secret. */
  facts: Record<string, string>;
  stopGracePeriodMs: number;
}

export interface DesiredDependency {
  condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  required: boolean;
  /** Start this service again when the dependency was started again. */
  restart: boolean;
}

export interface DesiredBuild {
  context: string;
  dockerfile: string;
  args: Record<string, string>;
  target: string | null;
}

/** All that a container may be made of: an allow-list, shared by services and jobs. Unknown keys do not exist. */
export interface ContainerSpec {
  command: string[] | null;
  entrypoint: string[] | null;
  environment: Record<string, string>;
  labels: Record<string, string>;
  ports: PortModel[];
  expose: number[];
  mounts: MountModel[];
  /** Daemon network name → aliases. */
  networks: Record<string, string[]>;
  healthcheck: HealthcheckModel | null;
  restart: 'no' | 'always' | 'on-failure' | 'unless-stopped';
  user: string | null;
  workingDir: string | null;
  hostname: string | null;
  init: boolean;
  readOnly: boolean;
  stopSignal: string | null;
  stopGracePeriodMs: number;
  cpus: number;
  memoryBytes: number;
  pids: number;
  shmBytes: number | null;
  ulimits: Record<string, UlimitModel>;
  extraHosts: string[];
  /** Linux capabilities beside none, by their plain names, sorted. Absent without any, for the same reason as `files`. */
  capabilities?: string[];
  /** Put into the container before it starts. Absent without any, so that a container which has none keeps its hash. */
  files?: ContainerFile[];
}

/** A secret or a config as the container finds it. `content` is in the clear: nothing but the archive may hold it. */
export interface ContainerFile {
  /** Absolute. */
  path: string;
  content: string;
  uid: number;
  gid: number;
  mode: number;
}
