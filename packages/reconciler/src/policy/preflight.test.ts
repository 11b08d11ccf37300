import type { PortModel } from '@jalon/contracts';
import { expect, it } from 'vitest';
import { desiredState } from '../desired/desired-state';
import { emptyObservation } from '../observed-state';
import { service, stack, target } from '../testing/stacks';
import { preflight } from './preflight';

const port = (published: number, hostIp = '127.0.0.1', protocol: 'tcp' | 'udp' = 'tcp'): PortModel => ({
  hostIp,
  published,
  target: 80,
  protocol,
});
const host = { memoryBytes: null, cpus: null };

function check(ports: PortModel[], portsInUse: Record<string, string>) {
  const desired = desiredState(stack(service('web', { ports })), target);
  return preflight(desired, { ...emptyObservation(new Date(0)), portsInUse }, host);
}

it.each([
  [[port(80)], { '127.0.0.1:80/tcp': 'nginx' }, 1],
  [[port(80, '0.0.0.0')], { '127.0.0.1:80/tcp': 'nginx' }, 1],
  [[port(80)], { '0.0.0.0:80/tcp': 'nginx' }, 1],
  [[port(80)], { '[::]:80/tcp': 'nginx' }, 1],
  [[port(80)], { '127.0.0.2:80/tcp': 'nginx' }, 0],
  [[port(80)], { '127.0.0.1:81/tcp': 'nginx' }, 0],
  [[port(80)], { '127.0.0.1:80/udp': 'nginx' }, 0],
])('%j beside %j: %i refusals', (ports, inUse, count) => {
  const refusals = check(ports, inUse);
  expect(refusals).toHaveLength(count);
  if (count > 0)
    expect(refusals[0]).toMatchObject({ rule: 'port-taken', message: expect.stringContaining('nginx') });
});

it('finds one port published twice in the stack', () => {
  const web = service('web', { ports: [port(80)] });
  const api = service('api', { ports: [port(80, '0.0.0.0')] });
  const refusals = preflight(desiredState(stack(web, api), target), emptyObservation(new Date(0)), host);
  expect(refusals).toEqual([
    expect.objectContaining({ rule: 'port-twice', message: expect.stringMatching(/"web".*"api"/) }),
  ]);
});

it('compares limits with the host, when it is known', () => {
  const big = service('big', { memoryBytes: 4 * 1024 ** 3, cpus: 8 });
  const desired = desiredState(stack(big, service('small')), target);
  const refusals = preflight(desired, emptyObservation(new Date(0)), { memoryBytes: 2 * 1024 ** 3, cpus: 2 });
  expect(refusals.map(({ rule, service: name }) => `${name} ${rule}`)).toEqual(['big cpus', 'big memory']);
  expect(refusals[1]?.message).toContain('4096 MB');
  expect(preflight(desired, emptyObservation(new Date(0)), host)).toEqual([]);
});
