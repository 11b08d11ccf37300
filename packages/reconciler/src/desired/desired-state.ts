import {
  type DesiredDependency,
  type DesiredNetwork,
  type DesiredService,
  type DesiredState,
  DomainError,
  type ServiceModel,
  type StackModel,
  type StackTarget,
} from '@jalon/contracts';
import { configHash, partHashes } from './config-hash';
import { containerSpec, DEFAULT_LIMITS, type Limits } from './container-spec';
import { factsOf } from './facts';
import { containerLabels } from './labels';
import { containerName, pendingImage } from './names';
import { desiredNetworks, desiredVolumes } from './resources';

export interface DesiredOptions {
  /**
   * Image reference of a service with `build`. Its tag is made from the content of the build context, which pure code
   * cannot see: the worker resolves it before a deployment and gives it here. Null: not known.
   */
  resolveImage?: (service: ServiceModel) => string | null;
  /** Service → image, decided by whoever has seen the host; it goes before all else. See `recordedImages`. */
  images?: Record<string, string>;
  /**
   * For previews, where nobody resolves tags: service → image of the last deployment, so that a plan reports no
   * change that is none. A built service in neither place gets `jalon/<project>-<service>:pending`.
   */
  builtImages?: Record<string, string>;
  /** Limits of a service that names none. */
  limits?: Partial<Limits>;
  /** Profiles whose services run beside those without a profile. Jobs never run as services. */
  profiles?: readonly string[];
}

/**
 * What should be on the host for one revision in one environment: final names, labels and hashes.
 * @throws DomainError COMPOSE_INVALID when a service needs one that is not part of the stack.
 */
export function desiredState(
  stack: StackModel,
  target: StackTarget,
  options: DesiredOptions = {},
): DesiredState {
  const enabled = enabledServices(stack, options.profiles ?? []);
  const networks = desiredNetworks(stack, target, Object.values(stack.services));
  const names = new Set(enabled.map((service) => service.name));
  const services: Record<string, DesiredService> = {};
  for (const service of enabled) {
    const dependsOn = enabledDependencies(service, names);
    services[service.name] = desiredService(stack, target, service, dependsOn, networks, options);
  }
  const volumes = desiredVolumes(stack, target, Object.values(stack.services));
  return { target, networks, volumes, services };
}

/** A stack of which nothing should be left but its volumes; with it, STOP and REMOVE work without a revision. */
export function emptyState(target: StackTarget): DesiredState {
  return { target, networks: {}, volumes: {}, services: {} };
}

/** Image that a service runs: its own, or the one that the build makes. */
export function imageReference(service: ServiceModel, target: StackTarget, options: DesiredOptions): string {
  const decided = Object.hasOwn(options.images ?? {}, service.name)
    ? options.images?.[service.name]
    : undefined;
  if (decided) return decided;
  if (!service.build) return service.image ?? pendingImage(target, service.name);
  const known = options.builtImages ?? {};
  return (
    options.resolveImage?.(service) ??
    (Object.hasOwn(known, service.name) ? known[service.name] : undefined) ??
    pendingImage(target, service.name)
  );
}

/** Hash of each network by the daemon's name. */
export function networkHashes(networks: Record<string, DesiredNetwork>): Record<string, string> {
  return Object.fromEntries(Object.values(networks).map((network) => [network.name, network.configHash]));
}

function desiredService(
  stack: StackModel,
  target: StackTarget,
  service: ServiceModel,
  dependsOn: Record<string, DesiredDependency>,
  networks: Record<string, DesiredNetwork>,
  options: DesiredOptions,
): DesiredService {
  const image = imageReference(service, target, options);
  const spec = containerSpec(stack, target, service, { ...DEFAULT_LIMITS, ...options.limits });
  const parts = partHashes(image, spec, service.labels, networkHashes(networks));
  const hash = configHash(parts);
  const facts = factsOf(image, spec);
  const labels = {
    ...service.labels,
    ...containerLabels(target, service.name, 'service', hash, parts, facts),
  };
  return {
    service: service.name,
    containerName: containerName(target, service.name),
    replicas: service.replicas,
    image,
    build: service.build,
    container: { ...spec, labels },
    dependsOn,
    hasHealthcheck: service.healthcheck !== null && service.healthcheck.test[0] !== 'NONE',
    handover: isHandedOver(service),
    configHash: hash,
    parts,
    facts,
    stopGracePeriodMs: spec.stopGracePeriodMs,
  };
}

function isHandedOver({ jalon, ports, mounts }: ServiceModel): boolean {
  if (!jalon.expose || ports.length > 0) return false;
  return mounts.every(({ type, readOnly }) => readOnly || type === 'tmpfs');
}

function enabledServices(stack: StackModel, profiles: readonly string[]): ServiceModel[] {
  return Object.values(stack.services).filter(
    (service) =>
      service.jalon.role !== 'job' &&
      (service.profiles.length === 0 || service.profiles.some((profile) => profiles.includes(profile))),
  );
}

function enabledDependencies(service: ServiceModel, enabled: Set<string>): Record<string, DesiredDependency> {
  const dependencies: Record<string, DesiredDependency> = {};
  for (const [name, dependency] of Object.entries(service.dependsOn)) {
    if (enabled.has(name)) dependencies[name] = dependency;
    else if (dependency.required) {
      const message = `Service "${service.name}" needs "${name}", which is not started with this stack. Remove its profile, or write "required: false".`;
      throw new DomainError('COMPOSE_INVALID', message, [
        { path: `services.${service.name}.depends_on`, message },
      ]);
    }
  }
  return dependencies;
}
