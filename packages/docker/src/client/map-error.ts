import { DomainError, isDomainError } from '@jalon/contracts';
import { imageNotFound, missingImageOf } from './image-errors';

/** What Node, TLS and docker-modem say when nobody answers as an engine would. */
const UNREACHABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'EACCES',
  'EPROTO',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
]);

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ENOENT: 'its socket does not exist',
  EACCES: 'this user may not open its socket',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  ERR_STREAM_PREMATURE_CLOSE: 'it closed the connection',
  ENOTFOUND: 'its host name is unknown',
  ETIMEDOUT: 'no answer',
};

interface RawError {
  message: string;
  code?: string;
  level?: string;
  statusCode?: number;
  json?: unknown;
}

/** ENGINE_UNREACHABLE: nothing is known about the containers, and nothing must be concluded. */
export function unreachable(where: string, reason: string, cause?: unknown): DomainError {
  return new DomainError(
    'ENGINE_UNREACHABLE',
    `The Docker engine at ${where} does not answer (${reason}). Nothing is known about its containers until it does; check that it runs.`,
    [],
    { cause },
  );
}

/**
 * Any error of dockerode, a socket or a stream → a DomainError that says what was being done and what to do.
 * `where` is the engine's address; `doing` reads after “could not”: “start container x”.
 */
export function mapError(error: unknown, where: string, doing: string): DomainError {
  if (isDomainError(error)) return error;
  const raw = toRaw(error);
  const detail = detailOf(raw);
  if (raw.statusCode === undefined) return withoutStatus(raw, where, doing, error);
  const image = missingImageOf(detail);
  if (image) return imageNotFound(image, error);
  const port = takenPortOf(detail);
  if (port) return portTaken(port, null, error);
  // Before the status, which is 404 for some of them.
  const known = knownRefusal(detail);
  if (known) return refused(doing, known, error);
  if (raw.statusCode === 404)
    return new DomainError('NOT_FOUND', `Could not ${doing}: ${detail}.`, [], { cause: error });
  if (raw.statusCode === 409)
    return new DomainError('CONFLICT', `Could not ${doing}: ${detail}.`, [], { cause: error });
  return refused(doing, detail.endsWith('.') ? detail : `${detail}.`, error);
}

/** HTTP status of an error that came from the daemon, however it is wrapped; null when it has none. */
export function statusOf(error: unknown): number | null {
  if (isDomainError(error)) return error.cause === undefined ? null : statusOf(error.cause);
  return toRaw(error).statusCode ?? null;
}

/** PORT_TAKEN. `holder` is the container that publishes it; null when that is not known. */
export function portTaken(port: string, holder: string | null, cause?: unknown): DomainError {
  const by = holder ? `container “${holder}”` : 'another program on the host';
  return new DomainError(
    'PORT_TAKEN',
    `Port ${port} is taken by ${by}. Publish another port, or stop what holds it, and deploy again.`,
    [{ path: 'ports', message: `${port} is taken by ${by}` }],
    { cause },
  );
}

/** `127.0.0.1:8000` out of the daemon's words for a port it could not bind; null when they are about something else. */
export function takenPortOf(message: string): string | null {
  const allocated = /Bind for (\S+:\d+) failed: port is already allocated/.exec(message);
  if (allocated) return allocated[1] ?? null;
  const inUse = /listen (?:tcp|udp)[46]? (\S+:\d+): bind: address already in use/.exec(message);
  if (inUse) return inUse[1] ?? null;
  const failed = /failed to bind (?:host )?port (?:for )?(\S+:\d+)/.exec(message);
  return failed?.[1] ?? null;
}

function withoutStatus(raw: RawError, where: string, doing: string, cause: unknown): DomainError {
  const code = raw.code ?? '';
  // ssh2 says at which level it failed: handshake, client-authentication, client-socket, …
  const ssh = typeof raw.level === 'string';
  const tls = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code);
  const notHttp = code.startsWith('HPE_');
  if (UNREACHABLE_CODES.has(code) || ssh || tls)
    return unreachable(where, REASONS[code] ?? raw.message, cause);
  if (notHttp) return unreachable(where, 'what answers there is not a Docker engine', cause);
  if (/socket hang up|aborted/.test(raw.message))
    return unreachable(where, 'it closed the connection', cause);
  return new DomainError('ENGINE_REFUSED', `Could not ${doing}: ${raw.message}.`, [], { cause });
}

function toRaw(error: unknown): RawError {
  return error instanceof Error ? (error as Error & RawError) : { message: String(error) };
}

/** The daemon's own sentence, without docker-modem's wrapping. */
function detailOf(raw: RawError): string {
  const json = raw.json;
  if (json && typeof json === 'object' && 'message' in json && typeof json.message === 'string') {
    return json.message.trim();
  }
  return raw.message.replace(/^\(HTTP code \d+\) .*? - /, '').trim();
}

function refused(doing: string, why: string, cause: unknown): DomainError {
  return new DomainError('ENGINE_REFUSED', `The engine refused to ${doing}: ${why}`, [], { cause });
}

/** What to do about a refusal, where there is more to say than the engine says; null otherwise. */
function knownRefusal(detail: string): string | null {
  if (/no space left on device/i.test(detail)) {
    return 'the disk of the host is full. Remove what is not needed (docker system df) and try again.';
  }
  if (/could not find an available.*address pool/i.test(detail)) {
    return 'it has no address range left for another network. Remove networks that are not used and try again.';
  }
  const executable = /exec: "([^"]+)": ([^:]+)/.exec(detail);
  return executable ? `the command “${executable[1]}” cannot be run (${executable[2]?.trim()}).` : null;
}
