import type { DesiredService, ObservedContainer, ObservedState } from '@jalon/contracts';

interface HostPort {
  hostIp: string;
  published: number | null;
  protocol: 'tcp' | 'udp';
}

/** True when two published ports cannot be open at once on one host. */
export function portsCollide(a: HostPort, b: HostPort): boolean {
  if (a.published === null || a.published !== b.published || a.protocol !== b.protocol) return false;
  return a.hostIp === b.hostIp || isAnyAddress(a.hostIp) || isAnyAddress(b.hostIp);
}

/** Other services' containers that hold a host port which this service publishes. */
export function portHolders(service: DesiredService, observed: ObservedState): ObservedContainer[] {
  return observed.containers.filter(
    (container) =>
      container.service !== service.service &&
      container.ports.some((held) => service.container.ports.some((wanted) => portsCollide(wanted, held))),
  );
}

function isAnyAddress(address: string): boolean {
  return address === '' || address === '0.0.0.0' || address === '::';
}
