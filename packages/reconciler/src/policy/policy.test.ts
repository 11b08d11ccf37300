import {
  ALLOWABLE_CAPABILITIES,
  type HostAccess,
  type MountModel,
  NEVER_CAPABILITIES,
} from '@jalon/contracts';
import { describe, expect, it } from 'vitest';
import { service, stack } from '../testing/stacks';
import type { PolicyAllowance } from './allowance';
import { checkPolicy } from './policy';

const none = service('web').hostAccess;
const rulesOf = (model: Parameters<typeof checkPolicy>[0], allowance?: PolicyAllowance) =>
  checkPolicy(model, allowance).map(({ rule }) => rule);

describe('checkPolicy', () => {
  it('has nothing against a service that asks for nothing', () => {
    const hostAccess = {
      ...none,
      securityOpt: ['no-new-privileges:true', 'no-new-privileges'],
      ipc: 'private',
    };
    expect(checkPolicy(stack(service('web', { hostAccess })))).toEqual([]);
  });

  it.each<[Partial<HostAccess>, string]>([
    [{ privileged: true }, 'privileged'],
    [{ capAdd: ['NET_ADMIN'] }, 'added-capability'],
    [{ devices: ['/dev/kvm'] }, 'device'],
    [{ securityOpt: ['seccomp:unconfined'] }, 'security-option'],
    [{ securityOpt: ['no-new-privileges:false'] }, 'security-option'],
    [{ networkMode: 'host' }, 'network-mode'],
    [{ networkMode: 'container:other' }, 'network-mode'],
    [{ pid: 'host' }, 'pid-namespace'],
    [{ pid: 'container:other' }, 'pid-namespace'],
    [{ ipc: 'host' }, 'ipc-namespace'],
    [{ usernsMode: 'host' }, 'user-namespace'],
    [{ cgroupParent: '/' }, 'cgroup-parent'],
    [{ sysctls: ['kernel.x=1'] }, 'sysctl'],
    [{ other: [{ key: 'uts', value: 'host' }] }, 'host-access'],
  ])('%j is refused as %s', (access, rule) => {
    const refusals = checkPolicy(stack(service('web', { hostAccess: { ...none, ...access } })));
    expect(refusals).toEqual([
      { rule, service: 'web', message: expect.stringMatching(/^Service "web" asks for ".*"\. .+/) },
    ]);
  });

  const adding = (...capAdd: string[]) => stack(service('web', { hostAccess: { ...none, capAdd } }));
  const allowsAll = { capabilities: [...ALLOWABLE_CAPABILITIES, ...NEVER_CAPABILITIES] };

  it.each(['NET_BIND_SERVICE', 'CAP_NET_BIND_SERVICE', 'net_bind_service', 'Cap_Net_Bind_Service'])(
    'gives the capability %s where an admin has allowed it, and nowhere else',
    (name) => {
      expect(rulesOf(adding(name), { capabilities: ['NET_BIND_SERVICE'] })).toEqual([]);
      expect(rulesOf(adding(name, 'CHOWN'), { capabilities: ['NET_BIND_SERVICE'] })).toEqual([
        'added-capability',
      ]);
      expect(rulesOf(adding(name), { capabilities: ['CHOWN'] })).toEqual(['added-capability']);
      expect(rulesOf(adding(name))).toEqual(['added-capability']);
    },
  );

  it.each(NEVER_CAPABILITIES.flatMap((name) => [name, `CAP_${name}`, name.toLowerCase()]))(
    'never gives %s, even where an admin is said to have allowed it',
    (name) => {
      expect(rulesOf(adding(name), allowsAll)).toEqual(['added-capability']);
      expect(rulesOf(adding(name), { capabilities: [name] })).toEqual(['added-capability']);
    },
  );

  it.each([
    '',
    ' CHOWN',
    'CHOWN ',
    'CHOWN\n',
    'CAP_CAP_CHOWN',
    'CHOWN,SYS_ADMIN',
    'sys_adm\u0131n',
    '+eip',
    'X'.repeat(50),
  ])('knows no capability %j, whatever is allowed', (name) => {
    expect(rulesOf(adding(name), { capabilities: [...allowsAll.capabilities, name] })).toEqual([
      'added-capability',
    ]);
  });

  it('names the capability, the host and who can allow it', () => {
    const says = (name: string, allowance?: PolicyAllowance) =>
      checkPolicy(adding(name), allowance)[0]?.message;
    const onHost = says('CHOWN', { host: 'big-one' });
    expect(onHost).toContain('"cap_add: CHOWN"');
    expect(onHost).toContain('on the host "big-one". Ask an admin to allow it there');
    expect(says('SYS_ADMIN', { host: 'big-one' })).toContain('gives the host "big-one" away, so nobody can');
    expect(says('CHOWN')).toContain('only an admin of Jalon can');
  });

  const mounted = (source: string, type: MountModel['type'] = 'bind') =>
    stack(service('web', { mounts: [{ type, source, target: '/x', readOnly: true }] }));

  it.each([
    ['/var/run/docker.sock', 'engine-socket'],
    ['/run/../run/docker.sock', 'engine-socket'],
    ['/run/containerd/containerd.sock', 'engine-socket'],
    ['/etc', 'bind-mount'],
    ['/', 'bind-mount'],
    ['.', 'bind-mount'],
    ['~/x', 'bind-mount'],
    ['/srv/data/../../etc', 'bind-mount'],
    ['/srv/database', 'bind-mount'],
    ['/srv', 'bind-mount'],
    ['/var/run/docker.sock/', 'engine-socket'],
    ['//var//run/./docker.sock', 'engine-socket'],
    ['/srv/data/../data', 'bind-mount'],
  ])('the host path %s is refused as %s, /srv/data being allowed', (source, rule) => {
    expect(rulesOf(mounted(source), { bindSources: ['/srv/data'] })).toEqual([rule]);
  });

  it.each(['/srv/data', '/srv/data/', '/srv//data/./'])('%s is what an admin allowed', (source) => {
    expect(rulesOf(mounted(source), { bindSources: ['/srv/data/'] })).toEqual([]);
    expect(rulesOf(mounted(source))).toEqual(['bind-mount']);
  });

  it('leaves a folder in a home to whoever allows it', () => {
    expect(rulesOf(mounted('/root/project/data'), { bindSources: ['/root/project/data'] })).toEqual([]);
  });

  it('refuses what is below an allowed folder, for it may be a link that a stack has put there', () => {
    expect(rulesOf(mounted('/srv/data/raw'), { bindSources: ['/srv/data'] })).toEqual(['bind-mount']);
  });

  it.each([
    '/',
    '/etc',
    '/root',
    '/root/.ssh',
    '/home/a/.docker',
    '/var/run',
    '/var',
    '/proc/1/root',
    '/run/docker.sock',
  ])('refuses %s even where an admin has allowed it', (source) => {
    expect(rulesOf(mounted(source), { bindSources: [source] })).not.toEqual([]);
  });

  it('refuses the second way round: driver options, other drivers, what belongs to others', () => {
    const model = mounted('data', 'volume');
    model.volumes = {
      a: { name: 'a', external: null, driver: 'local', driverOpts: { o: 'bind', device: '/' }, labels: {} },
      b: { name: 'b', external: null, driver: 'vieux/sshfs', driverOpts: {}, labels: {} },
      c: { name: 'c', external: 'theirs', driver: null, driverOpts: {}, labels: {} },
    };
    model.networks = { n: { name: 'n', external: 'their-net', internal: false, driver: null, labels: {} } };
    expect(rulesOf(model)).toEqual([
      'volume-driver-options',
      'volume-driver',
      'external-volume',
      'external-network',
    ]);
    const allowance = { externalVolumes: ['theirs'], externalNetworks: ['their-net'] };
    expect(rulesOf(model, allowance)).toEqual(['volume-driver-options', 'volume-driver']);
  });

  it('refuses labels that are ours, and a door to the host', () => {
    const labels = { 'dev.jalon.environment-id': 'x', 'com.docker.compose.project': 'y', mine: 'z' };
    const extraHosts = ['db:10.0.0.1', 'host.docker.internal:host-gateway'];
    expect(rulesOf(stack(service('web', { labels, extraHosts })))).toEqual([
      'reserved-label',
      'reserved-label',
      'host-gateway',
    ]);
  });

  it('checks jobs and profiles too', () => {
    const hostAccess = { ...none, privileged: true };
    expect(rulesOf(stack(service('job', { hostAccess, profiles: ['jobs'] })))).toEqual(['privileged']);
  });
});
