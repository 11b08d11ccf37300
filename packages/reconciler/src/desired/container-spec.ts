import {
  type ContainerFile,
  type ContainerSpec,
  type FileGrantModel,
  type FileSourceModel,
  type MountModel,
  plainCapability,
  type ServiceModel,
  type StackModel,
  type StackTarget,
} from '@jalon/contracts';
import { basePath, networkName, volumeName } from './names';

/** What a container gets when its service names no limit: nothing on a shared host runs without one. */
export interface Limits {
  cpus: number;
  memoryBytes: number;
  pids: number;
}

export const DEFAULT_LIMITS: Limits = { cpus: 1, memoryBytes: 1024 ** 3, pids: 256 };

/** Docker's own default. */
export const DEFAULT_STOP_GRACE_MS = 10_000;

/** The container of a service, without the labels that depend on its hash. */
export function containerSpec(
  stack: StackModel,
  target: StackTarget,
  service: ServiceModel,
  limits: Limits,
): ContainerSpec {
  return {
    command: service.command,
    entrypoint: service.entrypoint,
    environment: { ...service.environment, ...jalonEnvironment(target, service) },
    labels: {},
    ports: service.ports,
    expose: exposedPorts(service),
    mounts: service.mounts.map((mount) => placedMount(stack, target, service, mount)),
    networks: placedNetworks(stack, target, service),
    healthcheck: service.healthcheck,
    restart: service.restart,
    user: service.user,
    workingDir: service.workingDir,
    hostname: service.hostname,
    init: service.init,
    readOnly: service.readOnly,
    stopSignal: service.stopSignal,
    stopGracePeriodMs: service.stopGracePeriodMs ?? DEFAULT_STOP_GRACE_MS,
    cpus: service.cpus ?? limits.cpus,
    memoryBytes: service.memoryBytes ?? limits.memoryBytes,
    pids: service.pids ?? limits.pids,
    shmBytes: service.shmBytes,
    ulimits: service.ulimits,
    extraHosts: service.extraHosts,
    ...addedCapabilities(service),
    ...deliveredFiles(stack, service),
  };
}

/** By the names that an engine is asked for; what is no capability stays as it is written, for the policy to refuse. */
function addedCapabilities({ hostAccess }: ServiceModel): { capabilities?: string[] } {
  const names = new Set(hostAccess.capAdd.map((text) => plainCapability(text) ?? text));
  return names.size > 0 ? { capabilities: [...names].sort() } : {};
}

/** Secrets and configs of a service, with what they hold. */
function deliveredFiles(stack: StackModel, service: ServiceModel): { files?: ContainerFile[] } {
  const deliver = (grants: FileGrantModel[], sources: Record<string, FileSourceModel>): ContainerFile[] =>
    grants.map(({ source, target: path, uid, gid, mode }) => ({
      path,
      content: sources[source]?.content ?? '',
      uid,
      gid,
      mode,
    }));
  const files = [...deliver(service.secrets, stack.secrets), ...deliver(service.configs, stack.configs)];
  return files.length > 0 ? { files } : {};
}

/**
 * Volume key of an anonymous volume: it gets a name from its service and path, because a volume without one would
 * be lost, and left behind, each time the container is replaced.
 */
export function anonymousVolumeKey(service: string, path: string): string {
  const slug = path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${service}-${slug}`;
}

function jalonEnvironment(target: StackTarget, service: ServiceModel): Record<string, string> {
  const environment = { JALON_PROJECT: target.project, JALON_ENVIRONMENT: target.environment };
  if (service.jalon.expose?.basePath !== 'keep') return environment;
  return { ...environment, JALON_BASE_PATH: basePath(target, service.name) };
}

function exposedPorts(service: ServiceModel): number[] {
  const gateway = service.jalon.expose ? [service.jalon.expose.port] : [];
  return [...new Set([...service.expose, ...gateway])].sort((a, b) => a - b);
}

function placedMount(
  stack: StackModel,
  target: StackTarget,
  service: ServiceModel,
  mount: MountModel,
): MountModel {
  if (mount.type !== 'volume') return mount;
  const key = mount.source || anonymousVolumeKey(service.name, mount.target);
  return { ...mount, source: stack.volumes[key]?.external ?? volumeName(target, key) };
}

/** The service's own name is an alias, as in Compose: others reach it by that. */
function placedNetworks(
  stack: StackModel,
  target: StackTarget,
  service: ServiceModel,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(service.networks).map(([key, aliases]) => [
      stack.networks[key]?.external ?? networkName(target, key),
      [...new Set([service.name, ...aliases])],
    ]),
  );
}
