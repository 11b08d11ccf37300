import { LABELS, type ObservedContainer } from '@jalon/contracts';
import type Docker from 'dockerode';
import { readStatusText } from './status-text';

/** One line of the container list → what the reconciler reads. Restart count and start time are not in the list. */
export function toObservedContainer(entry: Docker.ContainerInfo): ObservedContainer {
  const labels = entry.Labels ?? {};
  const status = readStatusText(entry.Status);
  return {
    id: entry.Id,
    name: nameOf(entry),
    service: labels[LABELS.service] ?? '',
    kind: labels[LABELS.kind] === 'job' ? 'job' : 'service',
    image: entry.Image,
    imageId: entry.ImageID,
    configHash: labels[LABELS.configHash] ?? '',
    parts: readParts(labels[LABELS.parts]),
    ...(labels[LABELS.facts] ? { facts: readParts(labels[LABELS.facts]) } : {}),
    revision: Number(labels[LABELS.revision]) || 0,
    state: entry.State as ObservedContainer['state'],
    health: status.health,
    exitCode: status.exitCode,
    restartCount: 0,
    startedAt: null,
    createdAt: new Date(entry.Created * 1000).toISOString(),
    addresses: addressesOf(entry),
    ports: portsOf(entry),
    operation: labels[LABELS.operation] ?? '',
  };
}

/** Container name without the slash; links add further names, which have a second one. */
export function nameOf(entry: Docker.ContainerInfo): string {
  const own = entry.Names.find((name) => name.lastIndexOf('/') === 0) ?? entry.Names[0] ?? entry.Id;
  return own.replace(/^\//, '');
}

/** `127.0.0.1:8000/tcp` → name, for every port that these containers hold on the host. */
export function publishedPorts(entries: Docker.ContainerInfo[]): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const entry of entries) {
    for (const port of entry.Ports ?? []) {
      if (port.PublicPort) taken[`${port.IP || '0.0.0.0'}:${port.PublicPort}/${port.Type}`] = nameOf(entry);
    }
  }
  return taken;
}

function readParts(label: string | undefined): Record<string, string> {
  if (!label) return {};
  try {
    const parts: unknown = JSON.parse(label);
    if (!parts || typeof parts !== 'object' || Array.isArray(parts)) return {};
    return Object.fromEntries(
      Object.entries(parts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    // A label that somebody edited says nothing about the parts or facts; the config hash still decides.
    return {};
  }
}

function addressesOf(entry: Docker.ContainerInfo): Record<string, string> {
  const networks = entry.NetworkSettings?.Networks ?? {};
  return Object.fromEntries(
    Object.entries(networks).map(([name, network]) => [name, network.IPAddress ?? '']),
  );
}

function portsOf(entry: Docker.ContainerInfo): ObservedContainer['ports'] {
  return (entry.Ports ?? [])
    .filter((port) => port.Type === 'tcp' || port.Type === 'udp')
    .map((port) => ({
      hostIp: port.IP ?? '',
      published: port.PublicPort ?? null,
      target: port.PrivatePort,
      protocol: port.Type === 'udp' ? 'udp' : 'tcp',
    }));
}
