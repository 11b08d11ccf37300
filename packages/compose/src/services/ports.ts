import type { PortModel } from '@jalon/contracts';
import type { Problems } from '../yaml/problems';
import { readInteger, readText } from '../yaml/read';
import { entryOf, isNull, type MapNode, type TreeNode } from '../yaml/tree';

/** A range is written out port by port; more than this is not a service's door but a wall of them. */
const MAX_RANGE = 100;
const MAX_PORTS = 1000;
const SHORT =
  /^(?:(\[[0-9a-f:.]+\]|\d{1,3}(?:\.\d{1,3}){3}|localhost):)?(?:(\d+(?:-\d+)?)?:)?(\d+(?:-\d+)?)(?:\/(tcp|udp|sctp))?$/i;
const FORMS = '"8080:80", "127.0.0.1:8080:80/tcp", "8000-8002:8000-8002" or a map with target and published';

/** `ports`, short and long: one entry per published port. */
export function readPorts(node: TreeNode, problems: Problems): PortModel[] {
  if (isNull(node)) return [];
  if (node.kind !== 'list') {
    problems.error(node, `Expected a list of ports: ${FORMS}.`);
    return [];
  }
  const ports = node.items.flatMap((item) =>
    item.kind === 'map' ? longPort(item, problems) : shortPort(item, problems),
  );
  if (ports.length > MAX_PORTS) {
    problems.error(node, `More than ${MAX_PORTS} ports of one service are not supported. Publish fewer.`);
    return [];
  }
  // Ranges overlap; a port that is written twice is published once.
  return [...new Map(ports.map((port) => [JSON.stringify(port), port])).values()];
}

/** `expose`: container ports that are not published. */
export function readExpose(node: TreeNode, problems: Problems): number[] {
  if (node.kind !== 'list') {
    problems.error(node, 'Expected a list of container ports, such as "8000".');
    return [];
  }
  return node.items.flatMap((item) => {
    const text = (readText(item, problems) ?? '').replace(/\/(tcp|udp)$/, '');
    const range = readRange(text, item, problems);
    return range ?? [];
  });
}

function shortPort(node: TreeNode, problems: Problems): PortModel[] {
  const text = readText(node, problems);
  if (text === null) return [];
  const match = SHORT.exec(text.trim());
  if (!match) {
    problems.error(node, `"${text}" is no port. Write ${FORMS}.`);
    return [];
  }
  const [, address, published, target = '', protocol] = match;
  return expand(node, problems, {
    hostIp: hostAddress(address),
    published: published ?? null,
    target,
    protocol: protocol?.toLowerCase() ?? 'tcp',
  });
}

function longPort(node: MapNode, problems: Problems): PortModel[] {
  const port = { hostIp: '0.0.0.0', published: null as string | null, target: '', protocol: 'tcp' };
  for (const { key, at, value } of node.entries) {
    if (key === 'target') port.target = String(readInteger(value, problems, 1) ?? '');
    else if (key === 'published') port.published = readText(value, problems) || null;
    else if (key === 'host_ip') port.hostIp = hostAddress(readText(value, problems) ?? undefined);
    else if (key === 'protocol') port.protocol = readText(value, problems) ?? 'tcp';
    else if (key === 'mode' && readText(value, problems) === 'host') continue;
    else if (key === 'mode' || key === 'name' || key === 'app_protocol')
      problems.warn(at, `"${key}" of a port has no effect on a single engine.`);
    else
      problems.error(at, `"${key}" is no key of a port. Known: target, published, host_ip, protocol, mode.`);
  }
  if (!entryOf(node, 'target')) problems.error(node, 'A port needs "target", the port in the container.');
  return port.target === '' ? [] : expand(node, problems, port);
}

function expand(
  node: TreeNode,
  problems: Problems,
  port: { hostIp: string; published: string | null; target: string; protocol: string },
): PortModel[] {
  const { protocol } = port;
  if (protocol !== 'tcp' && protocol !== 'udp') {
    problems.error(node, `Protocol "${protocol}" is not supported. Write tcp or udp.`);
    return [];
  }
  const targets = readRange(port.target, node, problems);
  const published = port.published === null ? null : readRange(port.published, node, problems, 0);
  if (!targets || (port.published !== null && !published)) return [];
  if (published && published.length !== targets.length) {
    problems.error(
      node,
      `${published.length} host ports and ${targets.length} container ports cannot be paired. Give both ranges the same length, or name one port.`,
    );
    return [];
  }
  return targets.map((target, index) => ({
    hostIp: port.hostIp,
    published: published?.[index] || null,
    target,
    protocol,
  }));
}

/**
 * `8000` or `8000-8005`, ends included.
 * @param least 0 where it means any port, which is of the host alone
 */
function readRange(text: string, node: TreeNode, problems: Problems, least: 0 | 1 = 1): number[] | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim());
  const first = Number(match?.[1] ?? -1);
  const last = Number(match?.[2] ?? first);
  if (!match || first < least || last > 65_535 || last < first) {
    problems.error(node, `"${text}" is no port: ports go from 1 to 65535, a range from low to high.`);
    return null;
  }
  if (last - first >= MAX_RANGE) {
    problems.error(node, `A range of more than ${MAX_RANGE} ports is not supported. Publish fewer.`);
    return null;
  }
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Compose publishes on every address unless one is named. */
function hostAddress(address: string | undefined): string {
  if (!address) return '0.0.0.0';
  return address === 'localhost' ? '127.0.0.1' : address.replace(/^\[|\]$/g, '');
}
