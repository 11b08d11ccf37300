import http from 'node:http';
import https from 'node:https';
import { inspect } from 'node:util';
import { DomainError } from '@jalon/contracts';
import type { PolicyAllowance } from '@jalon/reconciler';
import Docker from 'dockerode';
import { type CallCount, CallCounter } from './call-counter';
import { withDeadline } from './deadline';
import { describeEndpoint, type EngineEndpoint } from './endpoint';
import { type DialOptions, throughGate } from './gate';
import { mapError, unreachable } from './map-error';
import { SshAgent } from './ssh-agent';

/** Newest API that this package was written for, and oldest it can do without. */
const NEWEST_API = '1.47';
const OLDEST_API = '1.40';

/** What the engine says about itself. */
export interface EngineInfo {
  version: string;
  /** API version that is spoken with it: the lower of ours and its own. */
  apiVersion: string;
  os: string;
  arch: string;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Time for the whole answer (for a stream: for its first byte). Default: the client's. */
  deadlineMs?: number;
}

export interface DockerClientOptions {
  endpoint: EngineEndpoint;
  /** Milliseconds before a call to a silent engine is ENGINE_UNREACHABLE. */
  callDeadlineMs: number;
  /** What an admin allows on this host beyond the default. */
  allowance?: PolicyAllowance;
}

/** The one door to a daemon: negotiated API version, every request judged, a deadline on it, errors mapped, calls counted. */
export interface DockerClient {
  /** The endpoint as a person writes it. */
  readonly where: string;
  /** Asks the engine who it is; always a real request. Throws ENGINE_UNREACHABLE. */
  info(options?: CallOptions): Promise<EngineInfo>;
  /** What it said last; asks when it has not yet. */
  knownInfo(options?: CallOptions): Promise<EngineInfo>;
  /** `doing` reads after “could not”. Every error is a DomainError. */
  call<T>(
    doing: string,
    action: (docker: Docker, abortSignal: AbortSignal) => Promise<T>,
    options?: CallOptions,
  ): Promise<T>;
  /** Maps an error met outside of `call`, in a stream. */
  mapError(error: unknown, doing: string): DomainError;
  calls(): CallCount;
  close(): void;
}

export function createDockerClient({
  endpoint,
  callDeadlineMs,
  allowance = {},
}: DockerClientOptions): DockerClient {
  const where = describeEndpoint(endpoint);
  const counter = new CallCounter();
  const agent = agentFor(endpoint, callDeadlineMs);
  const bare = connect(endpoint, agent, counter, allowance);
  let negotiated: Promise<{ info: EngineInfo; docker: Docker }> | null = null;

  const guard = async <T>(
    doing: string,
    action: (abortSignal: AbortSignal) => Promise<T>,
    options: CallOptions,
  ): Promise<T> => {
    const deadlineMs = options.deadlineMs ?? callDeadlineMs;
    const onDeadline = (): Error =>
      unreachable(where, `no answer within ${deadlineMs / 1000} s to: ${doing}`);
    try {
      return await withDeadline(doing, action, { deadlineMs, signal: options.signal, onDeadline });
    } catch (error) {
      const mapped = mapError(error, where, doing);
      // After a restart it may be another version.
      if (mapped.code === 'ENGINE_UNREACHABLE') negotiated = null;
      throw mapped;
    }
  };

  const negotiate = (options: CallOptions): Promise<{ info: EngineInfo; docker: Docker }> => {
    const attempt = guard('ask the engine for its version', () => bare.version(), options).then((answer) => {
      const info = toInfo(answer, where);
      return { info, docker: connect(endpoint, agent, counter, allowance, `v${info.apiVersion}`) };
    });
    attempt.then(
      () => {
        negotiated = attempt;
      },
      () => {
        if (negotiated === attempt) negotiated = null;
      },
    );
    return attempt;
  };

  // One caller's cancellation must not fail the others that wait for the same answer.
  const known = (): Promise<{ info: EngineInfo; docker: Docker }> => {
    negotiated ??= negotiate({});
    return negotiated;
  };

  return {
    where,
    info: async (options = {}) => (await negotiate(options)).info,
    knownInfo: (options = {}) =>
      guard('ask the engine for its version', async () => (await known()).info, options),
    call: (doing, action, options = {}) =>
      guard(doing, async (abortSignal) => action((await known()).docker, abortSignal), options),
    mapError: (error, doing) => mapError(error, where, doing),
    calls: () => counter.read(),
    close: () => agent.destroy(),
  };
}

function agentFor(endpoint: EngineEndpoint, connectTimeoutMs: number): http.Agent {
  const agent = bareAgentFor(endpoint, connectTimeoutMs);
  // docker-modem prints the options of every request for its debug log, switched on or not: without this, the agent
  // with all its sockets. Measured: two thirds of what an idle worker computed.
  return Object.defineProperty(agent, inspect.custom, { value: () => '[agent]' });
}

function bareAgentFor(endpoint: EngineEndpoint, connectTimeoutMs: number): http.Agent {
  if (endpoint.kind === 'ssh') return new SshAgent(endpoint, connectTimeoutMs);
  const options = { keepAlive: true, maxFreeSockets: 16 };
  if (endpoint.kind === 'tcp' && endpoint.tls) return new https.Agent({ ...options, ...endpoint.tls });
  return new http.Agent(options);
}

type DialCallback = Parameters<Docker['modem']['dial']>[1];

/** Every option is set, because docker-modem fills those that are missing from the process environment. */
function connect(
  endpoint: EngineEndpoint,
  agent: http.Agent,
  counter: CallCounter,
  allowance: PolicyAllowance,
  version?: string,
): Docker {
  const unused = { ca: undefined, cert: undefined, key: undefined, timeout: undefined, pathPrefix: '/' };
  const docker = new Docker({ ...unused, ...addressOf(endpoint), agent, version } as Docker.DockerOptions);
  const dial = docker.modem.dial.bind(docker.modem);
  docker.modem.dial = (options: DialOptions, callback?: DialCallback): void => {
    let sent: DialOptions;
    try {
      sent = throughGate(options, allowance);
    } catch (error) {
      // Through the callback, as any other failure of a call: dockerode waits for nothing else.
      callback?.(error instanceof Error ? error : new Error(String(error)), null);
      return;
    }
    counter.record(sent.method ?? 'GET', sent.path);
    dial(sent, callback);
  };
  return docker;
}

function addressOf(endpoint: EngineEndpoint): object {
  if (endpoint.kind === 'unix')
    return { host: undefined, port: undefined, socketPath: endpoint.socketPath, protocol: 'http' };
  // Over SSH the agent makes the connection; host and port are only a label on the request.
  if (endpoint.kind === 'ssh') return { host: 'docker', port: 80, socketPath: undefined, protocol: 'http' };
  return {
    host: endpoint.host,
    port: endpoint.port,
    socketPath: undefined,
    protocol: endpoint.tls ? 'https' : 'http',
    ...endpoint.tls,
  };
}

function toInfo(answer: Docker.DockerVersion, where: string): EngineInfo {
  const theirs = answer.ApiVersion;
  if (typeof theirs !== 'string') throw unreachable(where, 'what answers there is not a Docker engine');
  const minimum = answer.MinAPIVersion ?? theirs;
  if (compareVersions(theirs, OLDEST_API) < 0 || compareVersions(minimum, NEWEST_API) > 0) {
    throw new DomainError(
      'ENGINE_REFUSED',
      `The engine at ${where} speaks API ${minimum} to ${theirs}; Jalon speaks ${OLDEST_API} to ${NEWEST_API}. Use another version of Docker.`,
    );
  }
  const apiVersion = compareVersions(theirs, NEWEST_API) < 0 ? theirs : NEWEST_API;
  return { version: answer.Version, apiVersion, os: answer.Os, arch: answer.Arch };
}

/** Below zero when `left` is the older of two `major.minor` versions. */
export function compareVersions(left: string, right: string): number {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}
