import type { ContainerSpec, MountModel } from '@jalon/contracts';
import { MINIMUM_MEMORY, NETWORKS_LABEL } from '@jalon/reconciler';
import type Docker from 'dockerode';
import { HARDENED } from './hardening';
import { healthcheckBody } from './healthcheck-body';

export interface ContainerBodyOptions {
  name: string;
  image: string;
  /** Added to the labels of the spec. */
  labels: Record<string, string>;
  /** Engines since API 1.44 take all networks at once; the others one, and the rest after. */
  allNetworksAtOnce: boolean;
}

/**
 * The whole create body, written key by key: what is not named here cannot be asked for. The gate of the client judges
 * it once more, by the policy's own list; a field that is new here is new there as well.
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
    HostConfig: hostConfig(spec, first ?? 'none'),
    NetworkingConfig: { EndpointsConfig: endpoints(spec, options.allNetworksAtOnce) },
  };
}

function hostConfig(spec: ContainerSpec, network: string): Docker.HostConfig {
  const memory = Math.max(spec.memoryBytes, MINIMUM_MEMORY);
  return {
    ...HARDENED,
    ...(spec.capabilities ? { CapAdd: spec.capabilities } : {}),
    // User-defined networks only; without one the container is alone.
    NetworkMode: network,
    Privileged: false,
    PidsLimit: spec.pids,
    Memory: memory,
    MemorySwap: memory,
    NanoCpus: Math.round(spec.cpus * 1e9),
    Init: spec.init,
    ReadonlyRootfs: spec.readOnly,
    RestartPolicy: { Name: spec.restart === 'no' ? '' : spec.restart, MaximumRetryCount: 0 },
    PortBindings: portBindings(spec),
    Mounts: spec.mounts.map(mountBody),
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

function mountBody(mount: MountModel): Docker.MountSettings {
  const source = mount.source === '' ? {} : { Source: mount.source };
  return {
    Type: mount.type,
    ...source,
    Target: mount.target,
    ReadOnly: mount.readOnly,
  } as Docker.MountSettings;
}
