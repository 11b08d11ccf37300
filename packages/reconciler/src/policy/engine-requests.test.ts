import { COMPOSE_LABELS, LABELS } from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { objectLabels } from '../desired/labels';
import { target } from '../testing/stacks';
import type { PolicyAllowance } from './allowance';
import { engineRequestBreaches, requireAllowedRequest } from './engine-requests';

const labels = { ...objectLabels(target), [LABELS.kind]: 'service', [LABELS.service]: 'web' };
const hostConfig = {
  NetworkMode: 'demo-sandbox_default',
  Privileged: false,
  CapDrop: ['ALL'],
  SecurityOpt: ['no-new-privileges'],
  PidsLimit: 256,
  Memory: 2 ** 30,
  MemorySwap: 2 ** 30,
  NanoCpus: 1e9,
  LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
  Mounts: [{ Type: 'volume', Source: 'demo-sandbox_data', Target: '/data', ReadOnly: false }],
  PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }] },
};
const body = {
  Image: 'web:1',
  Labels: labels,
  Env: ['A=b'],
  HostConfig: hostConfig,
  NetworkingConfig: { EndpointsConfig: { 'demo-sandbox_default': { Aliases: ['web'] } } },
};

function create(changes: object, name = 'demo-sandbox-web-1') {
  return {
    method: 'POST',
    path: '/containers/create',
    query: { name },
    body: { ...body, ...changes } as Record<string, unknown>,
  };
}
const withHost = (changes: object) => create({ HostConfig: { ...hostConfig, ...changes } });
const rulesOf = (request: Parameters<typeof engineRequestBreaches>[0], allowance?: PolicyAllowance) =>
  engineRequestBreaches(request, allowance).map(({ rule }) => rule);
const mount = (changes: object) => withHost({ Mounts: [{ Type: 'volume', Target: '/x', ...changes }] });
const post = (path: string, sent: object) => ({ method: 'POST', path, query: {}, body: sent });

describe('a container', () => {
  it('of a stack may be made', () => {
    expect(engineRequestBreaches(create({}))).toEqual([]);
  });

  it.each<[object, string]>([
    [{ Privileged: true }, 'privileged'],
    [{ privileged: true }, 'privileged'],
    [{ CapAdd: ['SYS_ADMIN'] }, 'added-capability'],
    [{ CapDrop: [] }, 'hardening'],
    [{ CapDrop: ['NET_RAW'] }, 'hardening'],
    [{ SecurityOpt: ['no-new-privileges', 'seccomp=unconfined'] }, 'security-option'],
    [{ SecurityOpt: [] }, 'security-option'],
    [{ Devices: [] }, 'device'],
    [{ DeviceRequests: [{ Count: -1 }] }, 'device'],
    [{ DeviceCgroupRules: ['a *:* rwm'] }, 'device'],
    [{ PidMode: 'host' }, 'pid-namespace'],
    [{ IpcMode: 'host' }, 'ipc-namespace'],
    [{ UTSMode: 'host' }, 'uts-namespace'],
    [{ UsernsMode: 'host' }, 'user-namespace'],
    [{ CgroupnsMode: 'host' }, 'cgroup-namespace'],
    [{ CgroupParent: '/' }, 'cgroup-parent'],
    [{ Sysctls: { 'kernel.core_pattern': '|/x' } }, 'sysctl'],
    [{ VolumesFrom: ['other'] }, 'volumes-from'],
    [{ VolumeDriver: 'local' }, 'volume-driver'],
    [{ Runtime: 'runc' }, 'runtime'],
    [{ OomKillDisable: true }, 'out-of-memory'],
    [{ OomScoreAdj: -1000 }, 'out-of-memory'],
    [{ MaskedPaths: [] }, 'security-option'],
    [{ ReadonlyPaths: [] }, 'security-option'],
    [{ PidsLimit: 0 }, 'pids'],
    [{ PidsLimit: -1 }, 'pids'],
    [{ NanoCpus: 0 }, 'cpus'],
    [{ MemorySwap: -1 }, 'memory'],
    [{ LogConfig: { Type: 'syslog', Config: { 'syslog-address': 'udp://1.2.3.4' } } }, 'log-driver'],
    [{ LogConfig: { Type: 'json-file', Config: {} } }, 'hardening'],
    [{ ExtraHosts: ['h:host-gateway'] }, 'host-gateway'],
    [{ Ulimits: [{ Name: 'rtprio', Soft: 99, Hard: 99 }] }, 'ulimit'],
    [{ PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '22' }] } }, 'privileged-port'],
    [{ PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '2375' }] } }, 'reserved-port'],
    [{ PortBindings: { '80/tcp': [{ HostIp: '1.2.3.4; x', HostPort: '' }] } }, 'host-address'],
    [{ NoSuchField: 1 }, 'unlisted-field'],
  ])('with %j breaks %s', (changes, rule) => {
    expect(rulesOf(withHost(changes))).toContain(rule);
  });

  it('adds just the capabilities that are allowed, each by its one name', () => {
    const allowance = { capabilities: ['CHOWN', 'NET_BIND_SERVICE', 'SYS_ADMIN', 'ALL'] };
    const add = (...CapAdd: unknown[]) => rulesOf(withHost({ CapAdd }), allowance);
    expect(add()).toEqual([]);
    expect(add('CHOWN', 'NET_BIND_SERVICE')).toEqual([]);
    for (const name of ['KILL', 'CAP_CHOWN', 'chown', ' CHOWN', 'SYS_ADMIN', 'ALL', '', 1, null, ['CHOWN']])
      expect(add('CHOWN', name), String(name)).toEqual(['added-capability']);
    expect(rulesOf(withHost({ CapAdd: 'CHOWN' }), allowance)).toEqual(['wrong-type']);
    expect(rulesOf(withHost({ capAdd: ['CHOWN'] }), allowance)).toEqual(['added-capability']);
    expect(rulesOf(withHost({ CapAdd: ['CHOWN'], CapDrop: [] }), allowance)).toEqual(['hardening']);
    expect(rulesOf(withHost({ CapAdd: ['CHOWN'] }))).toEqual(['added-capability']);
  });

  it.each(Object.keys(hostConfig).filter((key) => !['Privileged', 'Mounts', 'PortBindings'].includes(key)))(
    'without %s is not made',
    (key) => {
      const { [key]: _gone, ...rest } = hostConfig as Record<string, unknown>;
      expect(rulesOf(create({ HostConfig: rest }))).not.toEqual([]);
    },
  );

  it.each(['host', 'bridge', 'default', 'container:other', 'ingress', ' HOST'])(
    'on %s breaks network-mode',
    (mode) => {
      expect(rulesOf(withHost({ NetworkMode: mode }))).toContain('network-mode');
    },
  );

  it('is on the networks of its own stack alone, also by the label that names further ones', () => {
    const endpoints = {
      EndpointsConfig: { ...body.NetworkingConfig.EndpointsConfig, 'other-prod_default': {} },
    };
    expect(rulesOf(create({ NetworkingConfig: endpoints }))).toEqual(['external-network']);
    const label = (text: string) => create({ Labels: { ...labels, 'dev.jalon.networks': text } });
    expect(rulesOf(label('{"demo-sandbox_back":["web"]}'))).toEqual([]);
    expect(rulesOf(label('{"other-prod_default":[]}'))).toEqual(['external-network']);
    expect(rulesOf(label('{"host":[]}'))).toEqual(['network-mode']);
    expect(rulesOf(label('no json'))).toEqual(['external-network']);
  });

  it('takes no address and no name of the platform', () => {
    const endpoint = (settings: object) =>
      create({ NetworkingConfig: { EndpointsConfig: { 'demo-sandbox_default': settings } } });
    expect(rulesOf(endpoint({ IPAMConfig: { IPv4Address: '10.0.0.1' } }))).toEqual(['unlisted-field']);
    expect(rulesOf(endpoint({ Links: ['a:b'] }))).toEqual(['network-mode']);
    expect(rulesOf(endpoint({ Aliases: ['database.jalon.internal'] }))).toEqual(['reserved-host']);
  });

  it.each<[string, object]>([
    ['reserved-label', { 'com.docker.swarm.service.id': 'x' }],
    ['reserved-label', { 'dev.jalon.anything': 'x' }],
    ['identity', { [LABELS.project]: 'other' }],
    ['identity', { [COMPOSE_LABELS.project]: 'other-prod' }],
    ['identity', { [LABELS.kind]: 'platform' }],
    ['identity', { [LABELS.managed]: 'no' }],
    ['identity', { [LABELS.environmentId]: '' }],
  ])('breaks %s with the labels %j', (rule, changes) => {
    expect(rulesOf(create({ Labels: { ...labels, ...changes } }))).toContain(rule);
  });

  it('bears the name of its stack', () => {
    expect(rulesOf(create({}, 'other-prod-web-1'))).toEqual(['identity']);
    expect(rulesOf(create({}, 'demo-sandbox-web-1?x'))).toContain('identity');
  });
});

describe('a mount', () => {
  it.each<[object, string]>([
    [{ Type: 'bind', Source: '/var/run/docker.sock' }, 'engine-socket'],
    [{ Type: 'bind', Source: '/' }, 'bind-mount'],
    [{ Type: 'bind', Source: '/srv/data/../..' }, 'bind-mount'],
    [{ Type: 'bind', Source: '/srv/data', BindOptions: { Propagation: 'rshared' } }, 'bind-mount'],
    [{ Type: 'npipe', Source: 'x' }, 'mount-type'],
    [{ Type: 'cluster', Source: 'x' }, 'mount-type'],
    [{ Source: 'other-prod_data' }, 'external-volume'],
    [{ Source: '/etc' }, 'volume-name'],
    [{ Source: 'demo-sandbox_data', Target: '/proc/sys' }, 'mount-target'],
    [{ Source: 'demo-sandbox_data', Target: '/data/../dev' }, 'mount-target'],
    [
      {
        Source: 'demo-sandbox_data',
        VolumeOptions: { DriverConfig: { Name: 'local', Options: { type: 'none', o: 'bind', device: '/' } } },
      },
      'volume-driver-options',
    ],
  ])('%j breaks %s', (changes, rule) => {
    expect(rulesOf(mount(changes), { bindSources: ['/srv/data'] })).toEqual([rule]);
  });

  it('in Binds is asked the same questions', () => {
    const bind = (text: string) => rulesOf(withHost({ Binds: [text] }), { bindSources: ['/srv/data'] });
    expect(bind('demo-sandbox_data:/data:ro')).toEqual([]);
    expect(bind('/srv/data:/data')).toEqual([]);
    expect(bind('/var/run/docker.sock:/x')).toEqual(['engine-socket']);
    expect(bind('/etc:/x')).toEqual(['bind-mount']);
    expect(bind('other-prod_data:/x')).toEqual(['external-volume']);
    expect(bind('/srv/data:/x:rshared')).toEqual(['bind-mount']);
  });

  it('in a volume’s driver is refused altogether', () => {
    const volume = (changes: object) =>
      rulesOf(
        post('/volumes/create', { Name: 'demo-sandbox_data', Labels: objectLabels(target), ...changes }),
      );
    expect(volume({ DriverOpts: {} })).toEqual([]);
    expect(volume({ DriverOpts: { type: 'none', o: 'bind', device: '/etc' } })).toEqual([
      'volume-driver-options',
    ]);
    expect(volume({ DriverOpts: { type: 'nfs', o: 'addr=1.2.3.4', device: ':/' } })).toEqual([
      'volume-driver-options',
    ]);
    expect(volume({ driveropts: { o: 'bind' } })).toEqual(['volume-driver-options']);
    expect(volume({ Driver: 'vieux/sshfs' })).toEqual(['volume-driver']);
    expect(volume({ Name: 'other-prod_data' })).toEqual(['external-volume']);
    expect(volume({ ClusterVolumeSpec: {} })).toEqual(['volume-driver']);
  });
});

describe('other requests', () => {
  const network = (changes: object) =>
    rulesOf(
      post('/networks/create', { Name: 'demo-sandbox_default', Labels: objectLabels(target), ...changes }),
    );

  it('a network is a bridge of the stack’s own', () => {
    expect(network({ Internal: true, CheckDuplicate: true })).toEqual([]);
    expect(network({ Driver: 'macvlan' })).toEqual(['network-driver']);
    expect(network({ Options: { 'com.docker.network.bridge.name': 'docker0' } })).toEqual(['network-driver']);
    expect(network({ IPAM: {} })).toEqual(['unlisted-field']);
    expect(network({ Name: 'other-prod_default' })).toEqual(['external-network']);
    const connect = (name: string) => rulesOf(post(`/networks/${name}/connect`, { Container: 'gateway' }));
    expect([connect('demo-sandbox_default'), connect('host')]).toEqual([[], ['network-mode']]);
  });

  it('a command has the rights of its container', () => {
    const exec = (changes: object) =>
      rulesOf(post('/containers/abc/exec', { Cmd: ['sh'], Tty: true, ...changes }));
    expect([exec({ Privileged: false }), exec({ Privileged: true })]).toEqual([[], ['privileged']]);
  });

  it('an update stays within the bounds of creation', () => {
    const update = (sent: object) => rulesOf(post('/containers/abc/update', sent));
    expect([update({ PidsLimit: 50 }), update({ PidsLimit: 0 })]).toEqual([[], ['pids']]);
    expect([update({ Devices: [] }), update({ CpusetCpus: '0' })]).toEqual([['device'], ['unlisted-field']]);
  });

  it('a start brings no settings of its own', () => {
    const start = (sent: object) => rulesOf({ ...post('/containers/abc/start', sent), query: {} });
    expect([start({}), start({ HostConfig: { Privileged: true } })]).toEqual([[], ['unlisted-field']]);
  });

  it('a build takes no address, no network of the host and no secrets', () => {
    const limits = { memory: 2 ** 32, memswap: 2 ** 32, cpuperiod: 100_000, cpuquota: 200_000 };
    const build = (query: object) =>
      rulesOf({
        method: 'POST',
        path: '/build',
        query: { t: 'jalon/demo-web:abc', ...limits, ...query },
        body: null,
      });
    expect(build({ dockerfile: 'Dockerfile', buildargs: { A: 'b' }, rm: true })).toEqual([]);
    expect(build({ remote: 'https://x/y.git' })).toEqual(['unlisted-field']);
    expect(build({ networkmode: 'host' })).toEqual(['network-mode']);
    expect(build({ memory: 0 })).toEqual(['memory']);
    expect(build({ session: 'x', version: '2' })).toEqual(['unlisted-field', 'unlisted-field']);
    expect(build({ dockerfile: '../Dockerfile' })).toEqual(['build-context']);
    expect(build({ t: 'nginx:latest' })).toEqual(['image-reference']);
  });

  it('an image is pulled, and imported from nowhere', () => {
    const image = (query: Record<string, unknown>) =>
      rulesOf({ method: 'POST', path: '/images/create', query, body: query });
    const pull = { fromImage: 'postgres', tag: '16' };
    expect(rulesOf({ method: 'POST', path: '/images/create', query: pull, body: pull })).toEqual([]);
    expect(image({ fromSrc: 'http://x/y.tar', repo: 'jalon/empty' })).toContain('image-reference');
  });

  it.each([
    ['POST', '/containers/prune'],
    ['POST', '/plugins/pull'],
    ['POST', '/swarm/init'],
    ['POST', '/services/create'],
    ['POST', '/images/load'],
    ['POST', '/commit'],
    ['POST', '/session'],
    ['POST', '/containers/a/../../volumes/create'],
    ['GET', '/containers/../info'],
    ['GET', '/containers/a%2e/json'],
    ['PATCH', '/containers/create'],
  ])('%s %s is none that Jalon makes', (method, path) => {
    expect(rulesOf({ method, path, query: {}, body: null })).toEqual(['unlisted-request']);
  });

  it('is refused with every field and rule, and without the values of variables', () => {
    const request = create({ Env: ['SECRET\0=hunter2'], HostConfig: { ...hostConfig, Privileged: true } });
    expect(() => requireAllowedRequest(request)).toThrow(
      expect.objectContaining({
        code: 'POLICY_REFUSED',
        message: expect.stringMatching(
          /^(?!.*hunter2).*Env\[0\].*\(zero-byte\).*HostConfig\.Privileged.*\(privileged\)/,
        ),
        details: expect.arrayContaining([expect.objectContaining({ path: 'HostConfig.Privileged' })]),
      }),
    );
  });
});
