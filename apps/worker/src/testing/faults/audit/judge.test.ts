import type { TestEnvironment } from '@jalon/db/testing';
import { describe, expect, it } from 'vitest';
import { simple } from '../stacks/stack';
import { judge } from './judge';
import type { Seen, SeenContainer } from './on-engine';

const environment = { projectSlug: 'p', environmentSlug: 'sandbox' } as TestEnvironment;
const stack = { a: simple(2, { volume: 'data', port: 8000 }), b: simple(1, { kind: 'once' }) };

const container = (service: string, changes: Partial<SeenContainer> = {}): SeenContainer => ({
  name: `p-sandbox-${service}-1`,
  service,
  state: 'running',
  health: 'none',
  exitCode: 0,
  version: '2',
  networks: ['p-sandbox_default'],
  volumes: ['p-sandbox_data'],
  ports: [8000],
  ...changes,
});

const ended = container('b', { state: 'exited', version: '1', volumes: [], ports: [] });
const good: Seen = {
  containers: [container('a'), ended],
  networks: ['p-sandbox_default'],
  volumes: ['p-sandbox_data'],
};

const found = (seen: Partial<Seen>) =>
  judge(environment, { ...good, ...seen }, { state: 'running', stack }, new Set(['data'])).map(
    ({ kind, what }) => `${kind} ${what}`,
  );

describe('what is found on an engine', () => {
  it('is nothing when everything is as it should be', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<Seen>, string]>([
    [
      'a container that was set aside',
      { containers: [...good.containers, container('a', { name: 'p-sandbox-a-1.old' })] },
      'temporary-name p-sandbox-a-1.old (running)',
    ],
    [
      'a service that the stack no longer has',
      { containers: [...good.containers, container('c')] },
      'orphan p-sandbox-c-1 (running)',
    ],
    ['a service that is not there', { containers: [container('a')] }, 'missing p-sandbox-b-1'],
    [
      'another version',
      { containers: [container('a', { version: '1' }), ended] },
      'wrong p-sandbox-a-1: version is "1", not "2"',
    ],
    [
      'a service that is down',
      { containers: [container('a', { state: 'exited', ports: [] }), ended] },
      'wrong p-sandbox-a-1: state is "exited", not "running"',
    ],
    [
      'one that is on too few networks',
      { containers: [container('a', { networks: [] }), ended] },
      'wrong p-sandbox-a-1: networks is [], not ["p-sandbox_default"]',
    ],
    [
      'a network twice',
      { networks: ['p-sandbox_default', 'p-sandbox_default'] },
      'duplicate network p-sandbox_default',
    ],
    [
      'a network of nobody',
      { networks: ['p-sandbox_default', 'p-sandbox_old'] },
      'orphan network p-sandbox_old',
    ],
    ['a volume that is gone', { volumes: [] }, 'volume-lost p-sandbox_data'],
  ])('names %s', (_what, seen, finding) => {
    expect(found(seen)).toContain(finding);
  });

  it('is what was left, when everything should be gone', () => {
    const left = judge(environment, good, { state: 'removed' }, new Set(['data']));
    expect(left.map(({ kind }) => kind)).toEqual(['orphan', 'orphan', 'orphan']);
  });
});
