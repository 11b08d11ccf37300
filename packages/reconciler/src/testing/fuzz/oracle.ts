import type { StackTarget } from '@jalon/contracts';
import type { EngineRequest } from '../../policy/engine-requests';

/**
 * What a request would really give away, written apart from the policy and the other way round: it knows what escapes,
 * not what is allowed, and reads keys as an engine does, in any letter case. Empty: nothing.
 */
export function escapesOf(request: EngineRequest, target: StackTarget): string[] {
  const found: string[] = [];
  const sent = { ...request.query, body: request.body };
  walk(sent, '', (key, value, path) => {
    const plain = key.toLowerCase();
    if (plain in ALWAYS && !isNothing(value)) found.push(path);
    if (plain === 'securityopt' && !isOnlyNoNewPrivileges(value)) found.push(path);
    if (/^(network|pid|ipc|uts|userns|cgroupns)mode$/.test(plain) && opensNamespace(String(value)))
      found.push(path);
    if (plain === 'driver' && !['', 'local', 'bridge'].includes(String(value))) found.push(path);
    if (plain === 'target' && isKernelPath(String(value))) found.push(path);
    if (plain === 'hostport' && isHostPort(Number(value))) found.push(path);
    if (plain === 'oomscoreadj' && Number(value) < 0) found.push(path);
    if (plain === 'aliases' && listOf(value).some(isPlatformName)) found.push(path);
    if (plain === 'extrahosts' && /host-gateway/i.test(String(value))) found.push(path);
    if (plain === 'ulimits' && /rtprio|"nice"/i.test(JSON.stringify(value))) found.push(path);
    if (typeof value === 'string' && value.includes('\0')) found.push(`${path}: zero byte`);
  });
  const labels = fieldOf(request.body, 'labels');
  if (labels !== undefined) found.push(...impersonations(labels, target));
  const name = request.query.name ?? fieldOf(request.body, 'name');
  if (request.path !== '/build' && !startsWithStack(name, target)) found.push(`name ${name}`);
  if (request.path === '/containers/create') found.push(...containerEscapes(request.body, target));
  if (request.path === '/build') found.push(...buildEscapes(request.query));
  return found;
}

/** Keys that are an escape as soon as they say anything. */
const ALWAYS: Record<string, true> = {
  privileged: true,
  capadd: true,
  capabilities: true,
  capabilityadd: true,
  devices: true,
  devicerequests: true,
  devicecgrouprules: true,
  cgroupparent: true,
  sysctls: true,
  volumesfrom: true,
  runtime: true,
  oomkilldisable: true,
  maskedpaths: true,
  readonlypaths: true,
  groupadd: true,
  driveropts: true,
  driverconfig: true,
  bindoptions: true,
  storageopt: true,
  links: true,
  remote: true,
  session: true,
  entitlements: true,
  clustervolumespec: true,
};

function containerEscapes(body: unknown, target: StackTarget): string[] {
  const host = fieldOf(body, 'hostconfig');
  const found: string[] = [];
  const must = (holds: boolean, what: string) => holds || found.push(what);
  for (const mount of listOf(fieldOf(host, 'mounts'))) {
    const [type, source] = [String(fieldOf(mount, 'type')), String(fieldOf(mount, 'source') ?? '')];
    must(type === 'tmpfs' || (type === 'volume' && isOwn(source, target)), `mount of ${type} ${source}`);
  }
  for (const bind of listOf(fieldOf(host, 'binds')))
    must(isOwn(String(bind).split(':')[0] ?? '', target), `bind ${bind}`);
  const mode = String(fieldOf(host, 'networkmode'));
  must(mode === 'none' || isOwn(mode, target), `network ${mode}`);
  for (const network of Object.keys(Object(fieldOf(fieldOf(body, 'networkingconfig'), 'endpointsconfig'))))
    must(isOwn(network, target), `network ${network}`);
  const limit = (key: string) => Number(fieldOf(host, key));
  must(JSON.stringify(fieldOf(host, 'capdrop')) === '["ALL"]', 'capabilities are kept');
  must(fieldOf(host, 'securityopt') !== undefined, 'new privileges may be gained');
  must(limit('pidslimit') > 0 && limit('pidslimit') <= 100_000, 'no limit of processes');
  must(limit('memory') > 0 && limit('memoryswap') === limit('memory'), 'no limit of memory');
  must(limit('nanocpus') > 0, 'no limit of processors');
  must(
    /json-file.*max-size|local.*max-size/.test(JSON.stringify(fieldOf(host, 'logconfig') ?? '')),
    'logs grow for ever',
  );
  const further = fieldOf(fieldOf(body, 'labels'), 'dev.jalon.networks');
  if (further !== undefined)
    for (const network of Object.keys(JSON.parse(String(further))))
      must(isOwn(network, target), `network ${network}`);
  return found;
}

function buildEscapes(query: EngineRequest['query']): string[] {
  const dockerfile = String(query.dockerfile ?? '');
  const outside = dockerfile.startsWith('/') || dockerfile.split(/[\\/]/).includes('..');
  return outside ? [`dockerfile ${dockerfile}`] : [];
}

function impersonations(labels: unknown, target: StackTarget): string[] {
  const own: Record<string, string> = {
    'dev.jalon.project': target.project,
    'dev.jalon.environment': target.environment,
    'dev.jalon.environment-id': target.environmentId,
    'com.docker.compose.project': target.projectName,
  };
  return Object.entries(Object(labels)).flatMap(([label, value]) => {
    const plain = label.trim().toLowerCase();
    if (plain in own && value !== own[plain]) return [`label ${label}`];
    return /^(com\.docker\.(?!compose\.)|io\.docker\.|org\.dockerproject\.)/.test(plain)
      ? [`label ${label}`]
      : [];
  });
}

function isOwn(name: string, { projectName }: StackTarget): boolean {
  return name.startsWith(`${projectName}_`) && /^[\w.-]+$/.test(name);
}

function startsWithStack(name: unknown, { projectName }: StackTarget): boolean {
  return (
    typeof name === 'string' && name.startsWith(projectName) && /^[-_]/.test(name.slice(projectName.length))
  );
}

function opensNamespace(mode: string): boolean {
  return /host|container:|ns:|shareable|bridge|default/i.test(mode) && !/^[a-z0-9-]+_/.test(mode);
}

function isOnlyNoNewPrivileges(value: unknown): boolean {
  return JSON.stringify(value) === '["no-new-privileges"]';
}

function isKernelPath(path: string): boolean {
  const plain = path.replace(/\/\.?(?=\/)/g, '').replace(/\/+/g, '/');
  return (
    plain.split('/').includes('..') ||
    plain === '/' ||
    (/^\/(proc|sys|dev)(\/|$)/.test(plain) && !/^\/dev\/shm\/?$/.test(plain))
  );
}

function isHostPort(port: number): boolean {
  return port > 0 && (port < 1024 || [2375, 2376, 2377].includes(port));
}

function isPlatformName(alias: unknown): boolean {
  return /(^|\.)(jalon|docker)\.internal\.?$|^jalon-gateway$/i.test(String(alias).trim());
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '' || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A field by its name in any letter case: what an engine would read. */
function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every key at every depth, except what is only text to an engine: labels, arguments of a build. */
function walk(value: unknown, path: string, see: (key: string, value: unknown, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const here = `${path}.${key}`;
    see(key, entry, here);
    if (!/^(labels|buildargs|exposedports)$/i.test(key)) walk(entry, here, see);
  }
}
