import type { Cause, DesiredService, DesiredState, ObservedContainer, ObservedState } from '@jalon/contracts';

/** Networks of ours that are on the host with another configuration: only a new one will do. */
export function outdatedNetworks(desired: DesiredState, observed: ObservedState): Set<string> {
  const outdated = new Set<string>();
  for (const { name, configHash, external } of Object.values(desired.networks)) {
    const found = observed.networks.find((network) => network.name === name);
    if (found && !external && found.configHash !== configHash) outdated.add(name);
  }
  return outdated;
}

/**
 * Why a service's containers cannot stay: the engine ties a container to the network it was made with, so a network
 * that is gone or made anew takes its containers with it. Null: they can.
 */
export function networkTrouble(
  service: DesiredService,
  containers: readonly ObservedContainer[],
  desired: DesiredState,
  observed: ObservedState,
): Cause | null {
  const outdated = outdatedNetworks(desired, observed);
  const ours = Object.values(desired.networks).filter(
    ({ name, external }) => !external && Object.hasOwn(service.container.networks, name),
  );
  for (const container of containers) {
    const changing = Object.keys(container.addresses).find((name) => outdated.has(name));
    if (changing !== undefined) return { code: 'NETWORK_CHANGED', network: changing };
    for (const { name } of ours) {
      const attached = Object.hasOwn(container.addresses, name);
      if (attached && !observed.networks.some((network) => network.name === name))
        return { code: 'NETWORK_MISSING', network: name };
      const same = container.configHash === service.configHash;
      if (!attached && same && container.state === 'running')
        return { code: 'NETWORK_NOT_CONNECTED', network: name };
    }
  }
  return null;
}
