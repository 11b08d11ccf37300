/** Label namespaces that say who made an object and whose it is: ours, and those that the engine keeps for itself. */
const RESERVED_LABELS = /^(dev\.jalon|com\.docker|io\.docker|org\.dockerproject)\./i;

export function isReservedLabel(label: string): boolean {
  return RESERVED_LABELS.test(label.trim());
}

/**
 * Names that no service may answer to. The gateway stands in the network of every stack and looks names up there: a
 * service with one of these would be taken for a part of the platform, or for the host.
 */
const RESERVED_HOSTS = /^(.*\.)?(jalon|docker)\.internal$|^jalon-(gateway|web|worker|database)$/i;

export function isReservedHost(name: string): boolean {
  return RESERVED_HOSTS.test(name.trim().replace(/\.$/, ''));
}

/** Networks that every engine has. They are shared by whoever asks, so nothing of a stack may be on them. */
const ENGINE_NETWORKS = new Set(['host', 'bridge', 'none', 'default', 'ingress', 'docker_gwbridge', 'nat']);

export function isEngineNetwork(name: string): boolean {
  return ENGINE_NETWORKS.has(name.trim().toLowerCase());
}

/** Images that Jalon builds, but for the base that it brings for all. The engine takes the name of its registry for nothing. */
export function isBuiltImage(image: string): boolean {
  const plain = image.toLowerCase().replace(/^((index|registry-1)\.)?docker\.io\//, '');
  return plain.startsWith('jalon/') && !/^jalon\/python-base(:|@|$)/.test(plain);
}

/** What may be another name of a service in its network. */
export const ALIAS = /^[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,251}[a-zA-Z0-9_])?$/;

/** `name:address`, the address an IP; the engine's word for the host itself is none. */
export const EXTRA_HOST = /^[a-zA-Z0-9_.-]{1,253}:(\d{1,3}(\.\d{1,3}){3}|\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+\]?)$/;

/** True for an entry that opens the host itself. */
export function isHostGateway(entry: string): boolean {
  return /host-gateway/i.test(entry.slice(entry.indexOf(':') + 1));
}
