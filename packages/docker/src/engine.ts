import type { BuildModel, Clock, ObservedState, Plan } from '@jalon/contracts';
import { systemClock } from '@jalon/contracts';
import type { PolicyAllowance } from '@jalon/reconciler';
import { buildImage } from './build/build-image';
import { ensureImage } from './build/ensure-image';
import { type ResolveOptions, resolveBuild } from './build/resolve-build';
import { type BuiltImage, resolveBuilds } from './build/resolve-builds';
import type { CallCount } from './client/call-counter';
import { type CallOptions, compareVersions, createDockerClient, type EngineInfo } from './client/client';
import { type EndpointCredentials, type EngineEndpoint, parseEndpoint } from './client/endpoint';
import type { EngineLogger } from './engine-logger';
import { type EngineEvent, type EventsRequest, subscribe } from './events';
import { type ExecuteOptions, type ExecuteResult, execute } from './execute/execute';
import { prepareExecution } from './execute/prepare';
import { type FileList, type ListOptions, listFiles } from './files/list-files';
import { type PutRequest, putFile } from './files/put-file';
import { type FileContent, readFile } from './files/read-file';
import { type JobOptions, type JobOutcome, type JobRequest, runJob } from './jobs/run-job';
import { type LogEntry, type LogsRequest, logs } from './logs/logs';
import { type ConnectOptions, connectNetwork, disconnectNetwork } from './networks';
import { type ObserveRequest, observe } from './observe/observe';
import { findOtherOwners, type OtherOwner } from './observe/other-owners';
import { removeContainer } from './operations/container-state';
import { removeVolume } from './operations/volume';
import { type PullOptions, pullImage } from './pull';
import { StatsSampler } from './stats/sampler';

export interface DockerEngineOptions extends EndpointCredentials {
  /** `unix://…`, `tcp://…`, `ssh://…`, or an endpoint that was read already. */
  endpoint: string | EngineEndpoint;
  logger: EngineLogger;
  /** Folder that holds `docker/` and `samples/`, where `jalon://` addresses lead. */
  contentDir: string;
  /** Folder of the project whose own folders may be built (`project://…`). Default: none may. */
  projectDir?: string;
  /** Base image of builds that name none. */
  pythonBase: string;
  /** What an admin allows on this host beyond the default, which is nothing. */
  allowance?: PolicyAllowance;
  /** Milliseconds before a call to a silent engine is ENGINE_UNREACHABLE. Default 20 s. */
  callDeadlineMs?: number;
  /** Milliseconds between two questions about a container whose events are waited for. Default 10 s. */
  lookEveryMs?: number;
  clock?: Clock;
}

/** One Docker engine. Every method throws DomainErrors; a silent engine is ENGINE_UNREACHABLE, never an empty answer. */
export interface DockerEngine {
  /** The engine's address, without credentials. */
  readonly where: string;
  /** One real request: who it is, or ENGINE_UNREACHABLE. */
  ping(options?: CallOptions): Promise<EngineInfo>;
  /** One environment as it is, in four list calls. */
  observe(request: ObserveRequest, options?: CallOptions): Promise<ObservedState>;
  /** What bears a stack's name and is not of this environment: another's, or nobody's that Jalon knows. */
  findOtherOwners(projectName: string, environmentId: string, options?: CallOptions): Promise<OtherOwner[]>;
  /** Does what the plan says. Failure and cancellation are results; only the journal's own errors are thrown. */
  execute(plan: Plan, options: ExecuteOptions): Promise<ExecuteResult>;
  /** Image tags of the services that are built, by content; needed before planning. */
  resolveBuilds(
    project: string,
    services: Record<string, { build: BuildModel | null }>,
    options?: ResolveOptions,
  ): Promise<Record<string, BuiltImage>>;
  /** Builds `repository:<content hash>` unless it is there; returns the reference. */
  buildImage(repository: string, build: BuildModel, options?: PullOptions): Promise<string>;
  pullImage(image: string, options?: PullOptions): Promise<void>;
  /** Sees to it that an image is there, by building or pulling it where it is not: what a job needs before it runs. */
  ensureImage(image: string, build: BuildModel | null, options?: PullOptions): Promise<void>;
  /** Runs a container to its end; called again with the same name it goes on with the one that is there. */
  runJob(job: JobRequest, options?: JobOptions): Promise<JobOutcome>;
  logs(request: LogsRequest): AsyncGenerator<LogEntry[]>;
  /** Subscribes, then yields what happens to our containers; throws ENGINE_UNREACHABLE when the daemon goes away. */
  events(request?: EventsRequest): AsyncGenerator<EngineEvent>;
  listFiles(volume: string, options?: ListOptions): Promise<FileList>;
  putFile(request: PutRequest, options?: CallOptions): Promise<void>;
  readFile(volume: string, name: string, options?: CallOptions): Promise<FileContent>;
  /** Keeps its earlier readings, so keep the sampler; close it when done. */
  statsSampler(): StatsSampler;
  connectNetwork(container: string, network: string, options?: ConnectOptions): Promise<void>;
  disconnectNetwork(container: string, network: string, options?: CallOptions): Promise<void>;
  /** Removes a container by name, running or not; gone is good. For runs whose row is gone. */
  removeContainer(container: string, options?: CallOptions): Promise<void>;
  /** Removes a volume of this environment with what is in it; gone is good. CONFLICT for one that is another's, or in use. */
  removeVolume(name: string, environmentId: string, options?: CallOptions): Promise<void>;
  /** Requests made so far. */
  apiCalls(): CallCount;
  close(): void;
}

const CALL_DEADLINE_MS = 20_000;
const LOOK_EVERY_MS = 10_000;
/** Since this version a container is created with all its networks. */
const ALL_NETWORKS_API = '1.44';

/** Makes the engine's client; nothing is asked of the daemon yet. Throws VALIDATION for an endpoint it cannot read. */
export function createDockerEngine(options: DockerEngineOptions): DockerEngine {
  const { logger, clock = systemClock, lookEveryMs = LOOK_EVERY_MS } = options;
  const endpoint =
    typeof options.endpoint === 'string' ? parseEndpoint(options.endpoint, options) : options.endpoint;
  const client = createDockerClient({
    endpoint,
    callDeadlineMs: options.callDeadlineMs ?? CALL_DEADLINE_MS,
    allowance: options.allowance,
  });
  const { contentDir, projectDir, pythonBase } = options;
  const builds = { contentDir, projectDir, pythonBase };

  const environment = async (call: CallOptions = {}) => {
    const { apiVersion } = await client.knownInfo(call);
    return {
      client,
      logger,
      lookEveryMs,
      allNetworksAtOnce: compareVersions(apiVersion, ALL_NETWORKS_API) >= 0,
    };
  };

  return {
    where: client.where,
    ping: (call) => client.info(call),
    observe: (request, call) => observe(client, request, clock.now(), call),
    findOtherOwners: (name, id, call) => findOtherOwners(client, name, id, call),
    execute: async (plan, run) => {
      const prepared = await prepareExecution(
        plan,
        await environment({ signal: run.signal }),
        builds,
        run.signal,
      );
      try {
        return await execute(plan, prepared.common, run);
      } finally {
        prepared.close();
      }
    },
    resolveBuilds: (project, services, call) => resolveBuilds(client, builds, project, services, call),
    buildImage: async (repository, build, call = {}) => {
      const resolved = await resolveBuild(client, builds, repository, build, call);
      await buildImage(client, resolved, call);
      return resolved.image;
    },
    pullImage: (image, call) => pullImage(client, image, call),
    ensureImage: (image, build, call) => ensureImage(client, builds, image, build, call),
    runJob: async (job, run) => runJob(await environment({ signal: run?.signal }), job, run),
    logs: (request) => logs(client, request),
    async *events(request) {
      const subscription = await subscribe(client, request);
      try {
        yield* subscription.events;
      } finally {
        subscription.close();
      }
    },
    listFiles: (volume, call) => listFiles(client, volume, call),
    putFile: (request, call) => putFile(client, request, call),
    readFile: (volume, name, call) => readFile(client, volume, name, call),
    statsSampler: () => new StatsSampler(client, logger),
    connectNetwork: (container, network, call) => connectNetwork(client, container, network, call),
    disconnectNetwork: (container, network, call) => disconnectNetwork(client, container, network, call),
    removeContainer: (container, call) => removeContainer(client, container, call),
    removeVolume: (name, id, call) => removeVolume(client, name, id, call),
    apiCalls: () => client.calls(),
    close: () => client.close(),
  };
}
