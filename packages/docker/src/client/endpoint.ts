import { DomainError } from '@jalon/contracts';

export interface TlsCredentials {
  ca?: string;
  cert?: string;
  key?: string;
}

export interface SshCredentials {
  /** PEM text of the key to sign in with. */
  privateKey?: string;
  /** Socket of a running ssh-agent, instead of a key. */
  agentSocket?: string;
  /** SHA-256 of the host's key as `ssh-keygen -lf` prints it, without the `SHA256:`. Another key is refused. */
  hostKeySha256: string;
}

/** Where a Docker engine listens. */
export type EngineEndpoint =
  | { kind: 'unix'; socketPath: string }
  | { kind: 'tcp'; host: string; port: number; tls: TlsCredentials | null }
  | { kind: 'ssh'; host: string; port: number; username: string; ssh: SshCredentials };

export interface EndpointCredentials {
  tls?: TlsCredentials;
  ssh?: SshCredentials;
}

const EXAMPLES = 'unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host';

/**
 * Reads `unix://`, `tcp://`, `http(s)://` and `ssh://` as DOCKER_HOST writes them.
 * Port 2376 and https mean TLS. Throws VALIDATION with examples when it is none of these.
 */
export function parseEndpoint(text: string, credentials: EndpointCredentials = {}): EngineEndpoint {
  const address = text.trim();
  if (address.startsWith('unix://')) return { kind: 'unix', socketPath: socketPathOf(address) };
  const url = toUrl(address);
  if (url.protocol === 'ssh:') return sshEndpoint(url, credentials.ssh);
  const secure = url.protocol === 'https:' || url.port === '2376' || credentials.tls !== undefined;
  return {
    kind: 'tcp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 2376 : 2375),
    tls: secure ? (credentials.tls ?? {}) : null,
  };
}

/** The endpoint as a person writes it, without credentials: for messages and logs. */
export function describeEndpoint(endpoint: EngineEndpoint): string {
  if (endpoint.kind === 'unix') return `unix://${endpoint.socketPath}`;
  if (endpoint.kind === 'ssh') return `ssh://${endpoint.username}@${endpoint.host}:${endpoint.port}`;
  return `tcp://${endpoint.host}:${endpoint.port}`;
}

function socketPathOf(address: string): string {
  const path = address.slice('unix://'.length);
  if (!path.startsWith('/')) throw unknownEndpoint(address);
  return path;
}

function toUrl(address: string): URL {
  const known = /^(tcp|http|https|ssh):\/\/./.exec(address);
  // URL only reads a host and a port for the protocols it knows.
  const readable = known ? address.replace(/^(tcp):/, 'http:') : '';
  if (!URL.canParse(readable)) throw unknownEndpoint(address);
  const url = new URL(readable);
  if (url.hostname === '') throw unknownEndpoint(address);
  return url;
}

function sshEndpoint(url: URL, ssh: SshCredentials | undefined): EngineEndpoint {
  if (!ssh) {
    throw new DomainError(
      'VALIDATION',
      `An ssh:// engine needs a key and the fingerprint of the host's key (${url.host}).`,
    );
  }
  return {
    kind: 'ssh',
    host: url.hostname,
    port: Number(url.port) || 22,
    username: decodeURIComponent(url.username) || 'root',
    ssh,
  };
}

function unknownEndpoint(address: string): DomainError {
  return new DomainError(
    'VALIDATION',
    `“${address}” is not the address of a Docker engine. Examples: ${EXAMPLES}.`,
  );
}
