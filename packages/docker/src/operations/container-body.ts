import { type ContainerSpec, DomainError, type MountModel } from '@jalon/contracts';
import type Docker from 'dockerode';
import { healthcheckBody } from './healthcheck-body';

/** Label that holds the networks to connect beyond the first, as JSON, so that a half-made container can be completed. */
export const NETWORKS_LABEL = 'dev.jalon.networks';

export interface ContainerBodyOptions {
  name: string;
  image: string;
  /** Added to the labels of the spec. */
  labels: Record<string, string>;
  /** Host folders that a bind mount may be in. Empty: no bind mounts. */
  allowedBindPaths: readonly string[];
  /** Engines since API 1.44 take all networks at once; the others one, and the rest after. */
  allNetworksAtOnce: boolean;
}

const LOG_ROTATION = { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } };
const MINIMUM_MEMORY = 6 * 1024 * 1024;

/**
 * The whole create body, written key by key from an allow-list: what is not named here cannot be asked for.
 * Throws POLICY_REFUSED for a bind mount outside the allowed folders.
 */
export function containerBody(
  spec: ContainerSpec,
  options: ContainerBodyOptions,
): Docker.ContainerCreateOptions {
  const [first] = Object.keys(spec.networks);
  return {
    name: options.name,
    Image: options.image,
    ...(spec.command ? { Cmd: spec.command } : {}),
    ...(spec.entrypoint ? { Entrypoint: spec.entrypoint } : {}),
    Env: Object.entries(spec.environment).map(([key, value]) => `${key}=${value}`),
    Labels: { ...spec.labels, ...options.labels, ...networksLabel(spec) },
    ExposedPorts: Object.fromEntries([...exposedPorts(spec)].map((port) => [port, {}])),
    ...(spec.user ? { User: spec.user } : {}),
    ...(spec.workingDir ? { WorkingDir: spec.workingDir } : {}),
    ...(spec.hostname ? { Hostname: spec.hostname } : {}),
    ...(spec.stopSignal ? { StopSignal: spec.stopSignal } : {}),
    ...(spec.healthcheck ? { Healthcheck: healthcheckBody(spec.healthcheck) } : {}),
    StopTimeout: Math.ceil(spec.stopGracePeriodMs / 1000),
    HostConfig: hostConfig(spec, options, first ?? 'none'),
    NetworkingConfig: { EndpointsConfig: endpoints(spec, options.allNetworksAtOnce) },
  };
}

function hostConfig(spec: ContainerSpec, options: ContainerBodyOptions, network: string): Docker.HostConfig {
  const memory = Math.max(spec.memoryBytes, MINIMUM_MEMORY);
  return {
    // User-defined networks only; without one the container is alone.
    NetworkMode: network,
    Privileged: false,
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    PidsLimit: spec.pids,
    Memory: memory,
    // No swap beyond the memory: a limit that swaps is not a limit.
    MemorySwap: memory,
    NanoCpus: Math.round(spec.cpus * 1e9),
    LogConfig: LOG_ROTATION,
    Init: spec.init,
    ReadonlyRootfs: spec.readOnly,
    RestartPolicy: { Name: spec.restart === 'no' ? '' : spec.restart, MaximumRetryCount: 0 },
    PortBindings: portBindings(spec),
    Mounts: spec.mounts.map((mount) => mountBody(mount, options.allowedBindPaths)),
    Ulimits: Object.entries(spec.ulimits).map(([name, limit]) => ({
      Name: name,
      Soft: limit.soft,
      Hard: limit.hard,
    })),
    ExtraHosts: spec.extraHosts,
    ...(spec.shmBytes === null ? {} : { ShmSize: spec.shmBytes }),
  } as Docker.HostConfig;
}

/** One endpoint of a container on a network, as create and connect want it. */
export function endpointBody(aliases: string[]): Docker.EndpointSettings {
  return { Aliases: aliases } as Docker.EndpointSettings;
}

/** Networks beyond the first, as the label of `containerBody` keeps them. */
export function readNetworksLabel(label: string | undefined): Record<string, string[]> {
  return label ? (JSON.parse(label) as Record<string, string[]>) : {};
}

function endpoints(spec: ContainerSpec, all: boolean): Docker.EndpointsConfig {
  const networks = Object.entries(spec.networks).slice(0, all ? undefined : 1);
  return Object.fromEntries(networks.map(([name, aliases]) => [name, endpointBody(aliases)]));
}

function networksLabel(spec: ContainerSpec): Record<string, string> {
  const rest = Object.entries(spec.networks).slice(1);
  return rest.length === 0 ? {} : { [NETWORKS_LABEL]: JSON.stringify(Object.fromEntries(rest)) };
}

function exposedPorts(spec: ContainerSpec): Set<string> {
  return new Set([
    ...spec.expose.map((port) => `${port}/tcp`),
    ...spec.ports.map((port) => `${port.target}/${port.protocol}`),
  ]);
}

function portBindings(spec: ContainerSpec): Record<string, { HostIp: string; HostPort: string }[]> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of spec.ports) {
    const key = `${port.target}/${port.protocol}`;
    const binding = { HostIp: port.hostIp, HostPort: port.published === null ? '' : String(port.published) };
    bindings[key] = [...(bindings[key] ?? []), binding];
  }
  return bindings;
}

function mountBody(mount: MountModel, allowedBindPaths: readonly string[]): Docker.MountSettings {
  if (mount.type === 'bind' && !isAllowed(mount.source, allowedBindPaths)) {
    throw new DomainError(
      'POLICY_REFUSED',
      `The host folder “${mount.source}” may not be mounted. Use a named volume, or ask an administrator to allow the folder on this host.`,
      [{ path: 'volumes', message: `bind mount of ${mount.source} is not allowed` }],
    );
  }
  const source = mount.source === '' ? {} : { Source: mount.source };
  return {
    Type: mount.type,
    ...source,
    Target: mount.target,
    ReadOnly: mount.readOnly,
  } as Docker.MountSettings;
}

/** Below an allowed folder, with no way out of it and never the engine's own socket. */
function isAllowed(path: string, allowed: readonly string[]): boolean {
  if (!path.startsWith('/') || path.split('/').includes('..') || path.endsWith('docker.sock')) return false;
  return allowed.some((folder) => path === folder || path.startsWith(`${folder.replace(/\/+$/, '')}/`));
}
