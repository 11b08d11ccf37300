import { parseStack } from '@jalon/compose';
import { describe, expect, it } from 'vitest';
import type { EngineRequest } from '../../policy/engine-requests';
import { target } from '../stacks';
import { escapesOf } from './oracle';
import { requestsOf } from './requests-of';

const { stack } = parseStack(
  'services: {web: {image: "web:1", volumes: ["data:/data"], ports: ["8080:80"]}}\nvolumes: {data: }\n',
  {},
);
const requests = requestsOf(stack, target);
const request = (path: string): EngineRequest => {
  const found = requests.find((one) => one.path === path);
  if (!found) throw new Error(`no ${path}`);
  return structuredClone(found);
};
const container = (change: (host: Record<string, unknown>, body: Record<string, unknown>) => void) => {
  const one = request('/containers/create');
  const body = one.body as Record<string, unknown>;
  change(body.HostConfig as Record<string, unknown>, body);
  return escapesOf(one, target);
};

/** The oracle is what the fuzzer believes, so it is shown to see each kind of escape. */
describe('the oracle', () => {
  it('has nothing against an ordinary stack', () => {
    expect(requests.map(({ path }) => path)).toEqual([
      '/networks/create',
      '/volumes/create',
      '/containers/create',
      '/containers/create',
    ]);
    expect(requests.flatMap((one) => escapesOf(one, target))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['Privileged', true],
    ['privileged', true],
    ['CapAdd', ['SYS_ADMIN']],
    ['CapDrop', ['NET_RAW']],
    ['SecurityOpt', []],
    ['SecurityOpt', ['no-new-privileges', 'seccomp=unconfined']],
    ['Binds', ['/etc:/x']],
    ['Binds', ['other_data:/x']],
    ['Mounts', [{ Type: 'bind', Source: '/', Target: '/x' }]],
    ['mounts', [{ type: 'bind', source: '/', target: '/x' }]],
    ['Mounts', [{ Type: 'volume', Source: 'other-production_data', Target: '/x' }]],
    ['Mounts', [{ Type: 'volume', Source: 'demo-sandbox_data', Target: '/data/../proc' }]],
    [
      'Mounts',
      [
        {
          Type: 'volume',
          Source: 'demo-sandbox_data',
          Target: '/x',
          VolumeOptions: { DriverConfig: { Name: 'x' } },
        },
      ],
    ],
    ['NetworkMode', 'host'],
    ['NetworkMode', 'container:x'],
    ['NetworkMode', 'other-production_default'],
    ['PidMode', 'host'],
    ['IpcMode', 'shareable'],
    ['UsernsMode', 'host'],
    ['Devices', [{ PathOnHost: '/dev/sda' }]],
    ['CgroupParent', '/'],
    ['PidsLimit', -1],
    ['Memory', 0],
    ['NanoCpus', 0],
    ['LogConfig', { Type: 'none' }],
    ['PortBindings', { '80/tcp': [{ HostIp: '', HostPort: '22' }] }],
    ['ExtraHosts', ['h:host-gateway']],
    ['Ulimits', [{ Name: 'rtprio', Soft: 1, Hard: 1 }]],
    ['OomScoreAdj', -1],
  ])('sees %s: %j', (key, value) => {
    const seen = container((host) => {
      for (const name of Object.keys(host)) if (name.toLowerCase() === key.toLowerCase()) delete host[name];
      host[key] = value;
    });
    expect(seen).not.toEqual([]);
  });

  it('sees another’s name, labels, networks and volumes', () => {
    const labelled = (label: string, value: string) =>
      container((_host, body) => {
        body.Labels = { ...Object(body.Labels), [label]: value };
      });
    expect(labelled('dev.jalon.environment-id', 'other')).not.toEqual([]);
    expect(labelled('com.docker.compose.project', 'other')).not.toEqual([]);
    expect(labelled('com.docker.swarm.x', 'y')).not.toEqual([]);
    expect(labelled('dev.jalon.networks', '{"host":[]}')).not.toEqual([]);
    const one = request('/containers/create');
    expect(escapesOf({ ...one, query: { name: 'other-production-web-1' } }, target)).not.toEqual([]);
    const endpoint = (alias: string) =>
      container((_host, body) => {
        body.NetworkingConfig = { EndpointsConfig: { 'demo-sandbox_default': { Aliases: ['web', alias] } } };
      });
    expect(endpoint('database.jalon.internal')).not.toEqual([]);
    expect(endpoint('Host.Docker.Internal')).not.toEqual([]);
    expect(endpoint('host.docker.internalernal')).toEqual([]);
    const volume = request('/volumes/create');
    expect(
      escapesOf({ ...volume, body: { ...Object(volume.body), DriverOpts: { o: 'bind' } } }, target),
    ).not.toEqual([]);
    expect(escapesOf({ ...volume, body: { ...Object(volume.body), Name: 'other_x' } }, target)).not.toEqual(
      [],
    );
    const network = request('/networks/create');
    expect(
      escapesOf({ ...network, body: { ...Object(network.body), Driver: 'macvlan' } }, target),
    ).not.toEqual([]);
  });

  it('sees a build that leaves its context', () => {
    const build = (query: object) =>
      escapesOf({ method: 'POST', path: '/build', query: { t: 'jalon/a:b', ...query }, body: null }, target);
    expect(build({ dockerfile: 'Dockerfile' })).toEqual([]);
    expect(build({ dockerfile: 'a/../../x' })).not.toEqual([]);
    expect(build({ remote: 'https://x' })).not.toEqual([]);
    expect(build({ networkmode: 'host' })).not.toEqual([]);
  });
});
