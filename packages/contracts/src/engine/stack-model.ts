/**
 * A Compose file after interpolation and normalization: what `compose` makes and `reconciler` reads.
 * Long forms only, no optional spelling left; durations in milliseconds, sizes in bytes.
 */
export interface StackModel {
  services: Record<string, ServiceModel>;
  networks: Record<string, NetworkModel>;
  volumes: Record<string, VolumeModel>;
  secrets: Record<string, FileSourceModel>;
  configs: Record<string, FileSourceModel>;
}

/** An entry of the top-level `secrets` or `configs`. `content` is in the clear: no plan, label, log or page holds it. */
export interface FileSourceModel {
  name: string;
  from: 'file' | 'environment' | 'content';
  /** Path of the file within the project, or name of the variable; empty for `content`. */
  origin: string;
  content: string;
}

/** A secret or config that a service gets as a file. */
export interface FileGrantModel {
  /** Key of the top-level entry. */
  source: string;
  /** Absolute path in the container. */
  target: string;
  uid: number;
  gid: number;
  /** Permission bits: 0o444 unless the file says otherwise. */
  mode: number;
}

export interface ServiceModel {
  name: string;
  image: string | null;
  build: BuildModel | null;
  command: string[] | null;
  entrypoint: string[] | null;
  environment: Record<string, string>;
  labels: Record<string, string>;
  ports: PortModel[];
  /** Container ports reachable by other services, beside `ports`. */
  expose: number[];
  mounts: MountModel[];
  /** Network name → aliases. */
  networks: Record<string, string[]>;
  dependsOn: Record<string, DependencyModel>;
  healthcheck: HealthcheckModel | null;
  restart: 'no' | 'always' | 'on-failure' | 'unless-stopped';
  user: string | null;
  workingDir: string | null;
  hostname: string | null;
  init: boolean;
  readOnly: boolean;
  stopSignal: string | null;
  stopGracePeriodMs: number | null;
  cpus: number | null;
  memoryBytes: number | null;
  pids: number | null;
  shmBytes: number | null;
  ulimits: Record<string, UlimitModel>;
  /** `name:address`, as Docker's ExtraHosts wants it; `host-gateway` is a valid address. */
  extraHosts: string[];
  profiles: string[];
  /** Containers of the service that run side by side; 1 or more. */
  replicas: number;
  secrets: FileGrantModel[];
  configs: FileGrantModel[];
  /** Keys that ask for power over the host; the policy decides on them. */
  hostAccess: HostAccess;
  jalon: JalonServiceModel;
}

export interface HostAccess {
  privileged: boolean;
  capAdd: string[];
  devices: string[];
  securityOpt: string[];
  networkMode: string | null;
  pid: string | null;
  ipc: string | null;
  usernsMode: string | null;
  cgroupParent: string | null;
  sysctls: string[];
  /**
   * Any other key of the kind (`uts`, `gpus`, `volumes_from`, …) with what it asked for: in short for people, and whole
   * as JSON, which an export writes again.
   */
  other: { key: string; value: string; written?: JsonValue }[];
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface UlimitModel {
  soft: number;
  hard: number;
}

export interface BuildModel {
  /**
   * `jalon://catalog/<technology>`, `jalon://samples/<path>`, `jalon://model-template`; where the project's folder is at
   * hand, also `project://<path>` in it.
   */
  context: string;
  dockerfile: string;
  args: Record<string, string>;
  target: string | null;
}

export interface PortModel {
  hostIp: string;
  /** null: the engine chooses. */
  published: number | null;
  target: number;
  protocol: 'tcp' | 'udp';
}

export interface MountModel {
  type: 'volume' | 'bind' | 'tmpfs';
  /** Volume name or host path; empty for an anonymous volume or tmpfs. */
  source: string;
  target: string;
  readOnly: boolean;
}

export interface DependencyModel {
  condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  restart: boolean;
  required: boolean;
}

export interface HealthcheckModel {
  /** Docker's own form: ['CMD', …], ['CMD-SHELL', …] or ['NONE']. Empty: inherit the image's. */
  test: string[];
  intervalMs: number | null;
  timeoutMs: number | null;
  startPeriodMs: number | null;
  retries: number | null;
}

export interface NetworkModel {
  name: string;
  /** Name of an existing network that Jalon does not make. */
  external: string | null;
  internal: boolean;
  driver: string | null;
  labels: Record<string, string>;
}

export interface VolumeModel {
  name: string;
  external: string | null;
  driver: string | null;
  driverOpts: Record<string, string>;
  labels: Record<string, string>;
}

/** The `x-jalon` extension of a service. */
export interface JalonServiceModel {
  /** service: kept running; model: honours the model contract; job: run to completion on request. */
  role: 'service' | 'model' | 'job';
  /** The word in the file: model, job, database, notebook, …; `service` when it says nothing. */
  roleName: string;
  /** Catalogue entry it came from. */
  technology: string | null;
  /** What the gateway opens. `strip`: the service sees paths from /; `keep`: it sees the full base path. */
  expose: { port: number; basePath: 'strip' | 'keep' } | null;
  /** train, score or a name of the project's own; null when the role is not job. */
  job: string | null;
}
