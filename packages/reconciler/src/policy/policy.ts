import type { MountModel, Refusal, ServiceModel, StackModel } from '@jalon/contracts';
import { hostAccessRefusals } from './host-access';

/** What an admin allows on a host beyond the default, which allows none of it. */
export interface PolicyAllowance {
  /** Folders of the host that may be mounted, they and what is below them. */
  bindSources?: readonly string[];
  /** Existing volumes and networks that a stack may join: they may belong to another project. */
  externalVolumes?: readonly string[];
  externalNetworks?: readonly string[];
}

const RESERVED_LABELS = /^(dev\.jalon\.|com\.docker\.)/;
const SOCKETS = /(^|\/)(docker|containerd|podman|crio|buildkitd)[^/]*\.sock$/;

/**
 * What a stack asks for and may not have. Each refusal names its rule and says what to do instead.
 * Services outside the running profile and jobs are checked too: they run on the same host.
 */
export function checkPolicy(stack: StackModel, allowance: PolicyAllowance = {}): Refusal[] {
  return [
    ...Object.values(stack.services).flatMap((service) => [
      ...hostAccessRefusals(service),
      ...service.mounts.flatMap((mount) => mountRefusals(service, mount, allowance)),
      ...labelRefusals(service.name, service.labels),
      ...extraHostRefusals(service),
    ]),
    ...Object.values(stack.volumes).flatMap((volume) => volumeRefusals(volume, allowance)),
    ...Object.values(stack.networks).flatMap(({ name, external, labels }) => [
      ...labelRefusals(null, labels),
      ...(external === null || allowance.externalNetworks?.includes(external)
        ? []
        : [externalRefusal('network', name, external)]),
    ]),
  ];
}

function mountRefusals(service: ServiceModel, mount: MountModel, allowance: PolicyAllowance): Refusal[] {
  if (mount.type !== 'bind') return [];
  const { source } = mount;
  if (SOCKETS.test(source))
    return [
      {
        rule: 'engine-socket',
        service: service.name,
        message: `Service "${service.name}" mounts ${source}, which is root on the host. Remove it.`,
      },
    ];
  if (isAllowedPath(source, allowance.bindSources ?? [])) return [];
  return [
    {
      rule: 'bind-mount',
      service: service.name,
      message: `Service "${service.name}" mounts the host path ${source}. Use a named volume, or ask an admin to allow this path.`,
    },
  ];
}

/** Only absolute paths without `..` can be compared with the list; everything else is refused. */
function isAllowedPath(path: string, allowed: readonly string[]): boolean {
  const segments = path.split('/');
  if (!path.startsWith('/') || segments.includes('..') || segments.includes('.')) return false;
  const plain = `/${segments.filter(Boolean).join('/')}`;
  return allowed.some((folder) => `${plain}/`.startsWith(`${folder.replace(/\/$/, '')}/`));
}

function volumeRefusals(volume: StackModel['volumes'][string], allowance: PolicyAllowance): Refusal[] {
  const { name, external, driver, driverOpts, labels } = volume;
  const refusals = labelRefusals(null, labels);
  if (external !== null && !allowance.externalVolumes?.includes(external))
    refusals.push(externalRefusal('volume', name, external));
  const options = Object.keys(driverOpts);
  if (options.length > 0)
    refusals.push({
      rule: 'volume-driver-options',
      service: null,
      message: `Volume "${name}" sets driver options (${options.join(', ')}), which can mount any path of the host. Remove "driver_opts".`,
    });
  if (driver !== null && driver !== 'local')
    refusals.push({
      rule: 'volume-driver',
      service: null,
      message: `Volume "${name}" uses the driver "${driver}". Leave "driver" out.`,
    });
  return refusals;
}

function externalRefusal(kind: 'volume' | 'network', name: string, external: string): Refusal {
  return {
    rule: `external-${kind}`,
    service: null,
    message: `The ${kind} "${name}" is the existing ${kind} ${external}, which may belong to another project. Remove "external", or ask an admin to allow it.`,
  };
}

function labelRefusals(service: string | null, labels: Record<string, string>): Refusal[] {
  return Object.keys(labels)
    .filter((label) => RESERVED_LABELS.test(label))
    .map((label) => ({
      rule: 'reserved-label',
      service,
      message: `The label "${label}" is how Jalon knows its own objects. Choose another name.`,
    }));
}

function extraHostRefusals(service: ServiceModel): Refusal[] {
  return service.extraHosts
    .filter((entry) => entry.endsWith('host-gateway'))
    .map((entry) => ({
      rule: 'host-gateway',
      service: service.name,
      message: `Service "${service.name}" reaches the host itself through "${entry}". Name the address of the system it needs.`,
    }));
}
