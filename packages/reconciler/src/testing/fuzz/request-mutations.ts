import type { EngineRequest } from '../../policy/engine-requests';
import type { Random } from './random';

/**
 * Keys and values that a faulty or hostile caller could slip into a request, beyond anything that Compose can say. Another stack's labels in
 * full agreement are not among them: that is another stack's own request, which the gate cannot tell from it.
 */
const SLIPS: readonly (readonly [string, unknown])[] = [
  ['Privileged', true],
  ['CapAdd', ['SYS_ADMIN']],
  ['CapDrop', []],
  ['CapDrop', ['NET_RAW']],
  ['SecurityOpt', ['seccomp=unconfined']],
  ['SecurityOpt', ['no-new-privileges', 'label=disable']],
  ['SecurityOpt', []],
  ['Binds', ['/:/host']],
  ['Binds', ['/var/run/docker.sock:/x:ro']],
  ['Binds', ['other-production_data:/x']],
  ['Mounts', [{ Type: 'bind', Source: '/etc', Target: '/x' }]],
  ['Mounts', [{ type: 'bind', source: '/', target: '/x' }]],
  ['Mounts', [{ Type: 'volume', Source: 'other-production_data', Target: '/x' }]],
  ['VolumeOptions', { DriverConfig: { Name: 'local', Options: { o: 'bind', device: '/' } } }],
  ['BindOptions', { Propagation: 'rshared' }],
  ['DriverOpts', { type: 'none', o: 'bind', device: '/' }],
  ['Driver', 'macvlan'],
  ['Options', { parent: 'eth0' }],
  ['Devices', [{ PathOnHost: '/dev/sda', PathInContainer: '/dev/sda', CgroupPermissions: 'rwm' }]],
  ['DeviceRequests', [{ Count: -1, Capabilities: [['gpu']] }]],
  ['DeviceCgroupRules', ['a *:* rwm']],
  ['NetworkMode', 'host'],
  ['NetworkMode', 'container:jalon-gateway'],
  ['NetworkMode', 'bridge'],
  ['PidMode', 'host'],
  ['IpcMode', 'container:x'],
  ['IpcMode', 'shareable'],
  ['UTSMode', 'host'],
  ['UsernsMode', 'host'],
  ['CgroupnsMode', 'host'],
  ['CgroupParent', '/'],
  ['Sysctls', { 'kernel.core_pattern': '|/x' }],
  ['VolumesFrom', ['jalon-gateway']],
  ['Runtime', 'runc'],
  ['MaskedPaths', ['/nothing']],
  ['ReadonlyPaths', ['/nothing']],
  ['GroupAdd', ['999']],
  ['OomKillDisable', true],
  ['OomScoreAdj', -1000],
  ['StorageOpt', { size: '1T' }],
  ['PidsLimit', -1],
  ['PidsLimit', null],
  ['Memory', 0],
  ['MemorySwap', -1],
  ['NanoCpus', 0],
  ['LogConfig', { Type: 'syslog', Config: { 'syslog-address': 'udp://203.0.113.1' } }],
  ['Links', ['jalon-gateway:x']],
  ['Target', '/proc/sys'],
  ['Target', '/data/../dev'],
  ['Source', '/etc'],
  ['Type', 'bind'],
  ['HostPort', '22'],
  ['Aliases', ['database.jalon.internal']],
  ['ExtraHosts', ['h:host-gateway']],
  ['Ulimits', [{ Name: 'rtprio', Soft: 99, Hard: 99 }]],
  ['Labels', { 'dev.jalon.project': 'other' }],
  ['dev.jalon.networks', '{"host":[]}'],
  ['com.docker.compose.project', 'other-production'],
  ['com.docker.swarm.service.name', 'x'],
  ['Name', 'other-production_data'],
  ['remote', 'https://example.com/x.git'],
  ['dockerfile', '/etc/passwd'],
  ['networkmode', 'host'],
  ['EndpointsConfig', { 'other-production_default': {} }],
  ['Env', ['A\0=b']],
];

/** The request with one to three slips, anywhere, and now and then a key in another letter case or gone. */
export function mutateRequest(random: Random, request: EngineRequest): EngineRequest {
  const changed = JSON.parse(JSON.stringify(request)) as EngineRequest & { query: Record<string, unknown> };
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const place = random.pick(objectsIn(changed.body ?? changed.query));
    const keys = Object.keys(place);
    const [key, value] = random.pick(SLIPS);
    const roll = random.next();
    if (roll < 0.1 && keys.length > 0) delete place[random.pick(keys)];
    else if (roll < 0.2 && keys.length > 0) rename(place, random.pick(keys));
    else place[random.chance(0.15) ? key.toLowerCase() : key] = structuredClone(value);
  }
  if (random.chance(0.05)) changed.query.name = random.pick(['other-production-web-1', '../x', '', 'x?y']);
  return changed;
}

function rename(place: Record<string, unknown>, key: string): void {
  const value = place[key];
  delete place[key];
  place[key.toLowerCase()] = value;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
