import type { DesiredState, ObservedState, PortModel, Refusal } from '@jalon/contracts';
import { portsCollide } from '../plan/port-conflicts';

/** What is known of the host's capacity; null: not known, so not checked. */
export interface HostFacts {
  memoryBytes: number | null;
  cpus: number | null;
}

/** What would fail on the way, found before the first call: ports, memory, processors. */
export function preflight(desired: DesiredState, observed: ObservedState, host: HostFacts): Refusal[] {
  return [...takenPorts(desired, observed), ...doublePorts(desired), ...overCapacity(desired, host)];
}

function takenPorts(desired: DesiredState, observed: ObservedState): Refusal[] {
  const taken = Object.entries(observed.portsInUse).flatMap(([address, holder]) => {
    const port = parseAddress(address);
    return port ? [{ port, holder }] : [];
  });
  return publishedPorts(desired).flatMap(({ service, port }) => {
    const conflict = taken.find((other) => portsCollide(port, other.port));
    if (!conflict) return [];
    const message = `Port ${port.published} on the host is taken by ${conflict.holder}. Publish service "${service}" on another port, or leave the port out and open it through the gateway.`;
    return [{ rule: 'port-taken', service, message }];
  });
}

function doublePorts(desired: DesiredState): Refusal[] {
  const ports = publishedPorts(desired);
  return ports.flatMap(({ service, port }, index) => {
    const earlier = ports.slice(0, index).find((other) => portsCollide(port, other.port));
    if (!earlier) return [];
    const message = `Port ${port.published} is published by "${earlier.service}" and by "${service}". Give one of them another port.`;
    return [{ rule: 'port-twice', service, message }];
  });
}

function overCapacity(desired: DesiredState, host: HostFacts): Refusal[] {
  const services = Object.values(desired.services);
  const refusals: Refusal[] = [];
  for (const { service, container } of services) {
    if (host.cpus !== null && container.cpus > host.cpus)
      refusals.push({
        rule: 'cpus',
        service,
        message: `Service "${service}" may use ${container.cpus} processors, the host has ${host.cpus}. Lower "cpus".`,
      });
    if (host.memoryBytes !== null && container.memoryBytes > host.memoryBytes)
      refusals.push({
        rule: 'memory',
        service,
        message: `Service "${service}" may use ${megabytes(container.memoryBytes)} of memory, the host has ${megabytes(host.memoryBytes)}. Lower its memory limit.`,
      });
  }
  return refusals;
}

function publishedPorts(desired: DesiredState): { service: string; port: PortModel }[] {
  return Object.values(desired.services).flatMap(({ service, container }) =>
    container.ports.map((port) => ({ service, port })),
  );
}

/** `127.0.0.1:8000/tcp`, `[::]:53/udp`. */
function parseAddress(address: string): PortModel | null {
  const match = /^(.*):(\d+)\/(tcp|udp)$/.exec(address);
  if (!match) return null;
  const hostIp = (match[1] ?? '').replace(/^\[|\]$/g, '');
  return { hostIp, published: Number(match[2]), target: 0, protocol: match[3] === 'udp' ? 'udp' : 'tcp' };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}
