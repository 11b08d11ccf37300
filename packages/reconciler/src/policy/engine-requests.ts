import { DomainError } from '@jalon/contracts';
import type { PolicyAllowance } from './allowance';
import { containerBody } from './bodies/container-body';
import { BUILD_QUERY, IMPORT_QUERY, PULL_QUERY } from './bodies/image-queries';
import { EXEC_BODY, EXEC_START_BODY, NO_BODY, UPDATE_BODY } from './bodies/process-bodies';
import { CONNECT_BODY, DISCONNECT_BODY, NETWORK_BODY, VOLUME_BODY } from './bodies/resource-bodies';
import { STOP_SIGNAL } from './fields/leaves';
import { type Breach, breach, type FieldRule, flag, isPlainObject, object, text, whole } from './fields/rule';
import { isEngineNetwork } from './reserved-names';

/** A request as it is about to go over the wire. */
export interface EngineRequest {
  method: string;
  /** Without the version of the API: `/containers/create`. */
  path: string;
  query: Readonly<Record<string, unknown>>;
  /** Null when there is none, or when it is a stream of files. */
  body: unknown;
}

interface Judge {
  query?: FieldRule;
  body?: FieldRule;
}
interface Endpoint {
  method: string;
  path: RegExp;
  judge: (request: EngineRequest, id: string) => Judge;
}

const ID = '([a-zA-Z0-9][a-zA-Z0-9_.-]{0,254})';
const NAME: FieldRule = text(new RegExp(`^${ID}$`), 'identity', 'is no name');
const SECONDS = whole(-1, 3_600);

/** Everything that changes an engine and that Jalon may ask of it. A call that is not here is never sent. */
const ENDPOINTS: readonly Endpoint[] = [
  endpoint('POST', '/containers/create', ({ query }) => ({
    query: object({ name: NAME }, ['name'], 'identity'),
    body: containerBody(query.name),
  })),
  endpoint('POST', `/containers/${ID}/(?:start|pause|unpause)`),
  endpoint('POST', `/containers/${ID}/(?:stop|restart)`, { t: SECONDS, signal: STOP_SIGNAL }),
  endpoint('POST', `/containers/${ID}/kill`, { signal: STOP_SIGNAL }),
  endpoint('POST', `/containers/${ID}/rename`, { name: NAME }),
  endpoint('POST', `/containers/${ID}/wait`, { condition: text(/^[a-z-]{1,20}$/) }),
  endpoint('POST', `/containers/${ID}/update`, () => ({ body: UPDATE_BODY })),
  endpoint('POST', `/containers/${ID}/exec`, () => ({ body: EXEC_BODY })),
  endpoint('POST', `/exec/${ID}/start`, () => ({ body: EXEC_START_BODY })),
  endpoint('POST', `/(?:exec|containers)/${ID}/resize`, { h: whole(1, 10_000), w: whole(1, 10_000) }),
  endpoint('PUT', `/containers/${ID}/archive`, { path: text(/^\//), noOverwriteDirNonDir: flag }),
  endpoint('DELETE', `/containers/${ID}`, { force: flag, v: flag }),
  endpoint('POST', '/networks/create', () => ({ body: NETWORK_BODY })),
  endpoint('POST', `/networks/${ID}/connect`, (_request, id) => ({ body: onOwnNetwork(id, CONNECT_BODY) })),
  endpoint('POST', `/networks/${ID}/disconnect`, () => ({ body: DISCONNECT_BODY })),
  endpoint('DELETE', `/networks/${ID}`),
  endpoint('POST', '/volumes/create', () => ({ body: VOLUME_BODY })),
  endpoint('DELETE', `/volumes/${ID}`, { force: flag }),
  endpoint('POST', '/images/create', ({ query }) => ({
    query: Object.hasOwn(query, 'fromSrc') ? IMPORT_QUERY : PULL_QUERY,
  })),
  endpoint('DELETE', '/images/([a-zA-Z0-9][a-zA-Z0-9_.:/@-]{0,511})', { force: flag, noprune: flag }),
  endpoint('POST', '/build', () => ({ query: BUILD_QUERY })),
];

/** What is read changes nothing, whoever's it is; a name that climbs out of its place in the path is no name. */
const READABLE = /^\/[a-zA-Z0-9_.:/@-]*$/;

/**
 * Judges a request by the allow-list, field by field. The last gate before an engine: it trusts nothing that was
 * checked earlier, and knows nothing of Compose. An empty list: it may be sent.
 */
export function engineRequestBreaches(request: EngineRequest, allowance: PolicyAllowance = {}): Breach[] {
  const { method, path, body } = request;
  if (path.split('/').includes('..')) return [notAsked(request)];
  if (method === 'GET' || method === 'HEAD') return READABLE.test(path) ? [] : [notAsked(request)];
  for (const candidate of ENDPOINTS) {
    const match = candidate.method === method ? candidate.path.exec(path) : null;
    if (!match) continue;
    const rules = candidate.judge(request, match[1] ?? '');
    const context = { allowance, stack: null };
    const inQuery =
      rules.body && request.query === body ? [] : (rules.query ?? NO_BODY)(request.query, '', context);
    if (rules.body) return [...inQuery, ...rules.body(body ?? {}, '', context)];
    const same = body === null || body === request.query;
    return same ? inQuery : [...inQuery, ...NO_BODY(body, 'the body', context)];
  }
  return [notAsked(request)];
}

/** @throws DomainError POLICY_REFUSED that names every field and its rule. */
export function requireAllowedRequest(request: EngineRequest, allowance: PolicyAllowance = {}): void {
  const breaches = engineRequestBreaches(request, allowance);
  if (breaches.length === 0) return;
  const told = breaches.map(({ rule, field, message }) => ({
    path: field || undefined,
    message: `${field || 'The request'} ${message} (${rule}).`,
  }));
  throw new DomainError(
    'POLICY_REFUSED',
    `Nothing was sent to the engine: ${told.map(({ message }) => message).join(' ')} Change the Compose file; what it may have on this host is decided by an admin.`,
    told,
  );
}

function endpoint(
  method: string,
  path: string,
  rules: Record<string, FieldRule> | Endpoint['judge'] = {},
): Endpoint {
  const judge = typeof rules === 'function' ? rules : () => ({ query: object(rules) });
  return { method, path: new RegExp(`^${path}$`), judge };
}

function onOwnNetwork(network: string, rule: FieldRule): FieldRule {
  return (value, field, context) => [
    ...(isEngineNetwork(network)
      ? [breach('network-mode', 'network', 'is the engine’s own and shared by all')]
      : []),
    ...(isPlainObject(value)
      ? rule(value, field, context)
      : [breach('wrong-type', field, 'must be an object')]),
  ];
}

function notAsked({ method, path }: EngineRequest): Breach {
  return breach('unlisted-request', '', `${method} ${path.slice(0, 80)} is not among those that Jalon makes`);
}
