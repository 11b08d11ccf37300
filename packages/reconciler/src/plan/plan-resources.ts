import type { Cause, DesiredState, ObservedContainer, ObservedState, Operation } from '@jalon/contracts';
import { outdatedNetworks } from './network-fate';
import type { ServicePlan } from './step';

/** Images that a container to be made needs and the host does not have: one operation per image. */
export function planImages(
  desired: DesiredState,
  observed: ObservedState,
  plans: ServicePlan[],
): Operation[] {
  const operations = new Map<string, Operation>();
  for (const { service, steps } of plans) {
    const wanted = desired.services[service];
    const creates = steps.some(({ operation }) => operation.kind === 'CREATE_CONTAINER');
    if (!wanted || !creates || Object.hasOwn(observed.images, wanted.image)) continue;
    const { image, build } = wanted;
    const shared = { cause: { code: 'IMAGE_ABSENT' } as const, after: [], service, image };
    if (build) operations.set(image, { kind: 'BUILD_IMAGE', key: `build:${image}`, ...shared, build });
    else operations.set(image, { kind: 'PULL_IMAGE', key: `pull:${image}`, ...shared });
  }
  return [...operations.values()];
}

/** Volumes that are missing. Nothing here ever removes one. */
export function planVolumes(desired: DesiredState, observed: ObservedState): Operation[] {
  const present = new Set(observed.volumes.map((volume) => volume.name));
  return Object.values(desired.volumes)
    .filter((volume) => !volume.external && !present.has(volume.name))
    .map((volume) => ({
      kind: 'CREATE_VOLUME',
      key: `volume:${volume.name}`,
      cause: { code: 'ABSENT' },
      after: [],
      service: null,
      volume,
    }));
}

/**
 * Networks to remove and to make. A network can only go when nothing of ours is attached to it any more, so its
 * removal comes after the removal of the containers on it.
 * @param removals container name → key of the operation that removes it.
 */
export function planNetworks(
  desired: DesiredState,
  observed: ObservedState,
  removals: ReadonlyMap<string, string>,
): Operation[] {
  const wanted = Object.values(desired.networks).filter((network) => !network.external);
  const outdated = outdatedNetworks(desired, observed);
  const operations: Operation[] = [];
  for (const { name } of observed.networks) {
    const kept = wanted.some((network) => network.name === name) && !outdated.has(name);
    const attached = attachedTo(name, observed.containers);
    const busy = attached.some((container) => !removals.has(container.name));
    if (kept || (busy && !outdated.has(name))) continue;
    const cause: Cause = { code: outdated.has(name) ? 'CONFIG_CHANGED' : 'NETWORK_UNUSED' };
    const after = removalKeys(attached, removals);
    operations.push({
      kind: 'REMOVE_NETWORK',
      key: `remove-network:${name}`,
      cause,
      after,
      service: null,
      name,
    });
  }
  for (const network of wanted) {
    const { name } = network;
    const present = observed.networks.some((candidate) => candidate.name === name);
    if (present && !outdated.has(name)) continue;
    const after = present ? [`remove-network:${name}`] : [];
    const cause: Cause = { code: present ? 'CONFIG_CHANGED' : 'ABSENT' };
    operations.push({ kind: 'CREATE_NETWORK', key: `network:${name}`, cause, after, service: null, network });
  }
  return operations;
}

export function attachedTo(network: string, containers: readonly ObservedContainer[]): ObservedContainer[] {
  return containers.filter((container) => Object.hasOwn(container.addresses, network));
}

function removalKeys(containers: ObservedContainer[], removals: ReadonlyMap<string, string>): string[] {
  return containers.flatMap(({ name }) => removals.get(name) ?? []).sort();
}
