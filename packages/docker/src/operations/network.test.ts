import { randomUUID } from 'node:crypto';
import { DomainError, LABELS } from '@jalon/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDockerClient, type DockerClient } from '../client/client';
import { parseEndpoint } from '../client/endpoint';
import {
  BUSYBOX_IMAGE,
  type TestEngine,
  testEndpoint,
  testEngine,
  testNetwork,
  testTarget,
} from '../testing';
import { createNetwork, removeNetwork } from './network';

const environmentId = randomUUID();
const name = `test-${environmentId}`;
let test: TestEngine;
let client: DockerClient;

beforeAll(async () => {
  test = await testEngine();
  client = createDockerClient({ endpoint: parseEndpoint(testEndpoint()), callDeadlineMs: 10_000 });
});
afterEach(() => test.cleanUp(environmentId));
afterAll(() => {
  client.close();
  test.close();
});

/** A network, and the client with which a container comes on it just before each of the first `times` removals. */
async function withLateComer(times: number): Promise<DockerClient> {
  const { docker } = test;
  const labels = { [LABELS.environmentId]: environmentId };
  await docker.createNetwork({ Name: name, Labels: labels });
  const container = await docker.createContainer({
    Image: BUSYBOX_IMAGE,
    Cmd: ['sleep', '60'],
    Labels: labels,
  });
  await container.start();
  let left = times;
  return {
    ...client,
    call: async (doing, action, options) => {
      if (doing.startsWith('remove network') && left > 0) {
        left -= 1;
        await docker.getNetwork(name).connect({ Container: container.id });
      }
      return client.call(doing, action, options);
    },
  };
}

const there = async (): Promise<boolean> => {
  const found = await test.docker.listNetworks({ filters: { name: [name] } });
  return found.length > 0;
};

describe('a network that somebody is still connected to when it is removed', () => {
  it('is removed as soon as it is let go of', async () => {
    await removeNetwork(await withLateComer(2), name, {});
    expect(await there()).toBe(false);
  });

  it('is not waited for without end', async () => {
    await expect(
      removeNetwork(await withLateComer(Number.POSITIVE_INFINITY), name, {}),
    ).rejects.toMatchObject({ code: 'ENGINE_REFUSED' });
    expect(await there()).toBe(true);
  });

  it('whose container has gone, but is counted still, is taken off it by name', async () => {
    const late = await withLateComer(0);
    const container = await test.docker.createContainer({
      name: `${name}-1`,
      Image: BUSYBOX_IMAGE,
      Cmd: ['sleep', '60'],
      Labels: { [LABELS.environmentId]: environmentId },
      HostConfig: { NetworkMode: name },
    });
    await container.start();
    const call: DockerClient['call'] = async (doing, action, options) => {
      const answer = await late.call(doing, action, options);
      if (!doing.startsWith('inspect network')) return answer;
      const { Containers, ...network } = answer as { Containers: Record<string, object> };
      const left = Object.entries(Containers).map(([id, one]) => [`ep-${id}`, one]);
      return { ...network, Containers: Object.fromEntries(left) } as typeof answer;
    };
    await removeNetwork({ ...late, call }, name, {});
    expect(await there()).toBe(false);
  });

  it('that the engine counts for connected, though nobody is, stays and says so', async () => {
    const late = await withLateComer(0);
    const refusal = new DomainError(
      'ENGINE_REFUSED',
      `The engine refused: network ${name} has active endpoints.`,
    );
    const call: DockerClient['call'] = async (doing, action, options) => {
      if (doing.startsWith('remove network')) throw refusal;
      return late.call(doing, action, options);
    };
    const said: string[] = [];
    await removeNetwork({ ...late, call }, name, { onProgress: ({ log }) => said.push(log) });
    expect(said.join()).toContain(`restart Docker and run “docker network rm ${name}”`);
    expect(await there()).toBe(true);
  });

  it('is gone already: good', async () => {
    await removeNetwork(client, `${name}-never`, {});
  });
});

it('says that the engine must be restarted when it has kept a network with its former settings', async () => {
  const target = testTarget();
  const former = testNetwork(target, 'default');
  await createNetwork(client, former, 'network:former', {});
  const labels = { ...former.labels, [LABELS.configHash]: 'new' };
  try {
    await expect(
      createNetwork(client, { ...former, labels, configHash: 'new' }, 'network:new', {}),
    ).rejects.toMatchObject({ code: 'ENGINE_REFUSED', message: expect.stringContaining('Restart Docker') });
  } finally {
    await test.cleanUp(target.environmentId);
  }
});
