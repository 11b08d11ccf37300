import type { Readable } from 'node:stream';
import { LABELS } from '@jalon/contracts';
import { createLogger } from '@jalon/logger';
import Docker from 'dockerode';
import { createDockerClient, type DockerClient } from '../client/client';
import { parseEndpoint } from '../client/endpoint';
import { jsonLines } from '../client/json-lines';
import { createDockerEngine, type DockerEngine, type DockerEngineOptions } from '../engine';
import { removeNetwork } from '../operations/network';
import { ensureBusybox } from './busybox-image';
import { testEndpoint } from './endpoint';

export interface TestEngine {
  engine: DockerEngine;
  /** The same daemon, for looking at what was done. */
  docker: Docker;
  /** Removes all containers, networks and volumes of these environments. */
  cleanUp(...environmentIds: string[]): Promise<void>;
  /** What the daemon remembers of an environment's containers: the time, what happened and to which, a line each. */
  recentEvents(environmentId: string): Promise<string[]>;
  close(): void;
}

/** An engine on the test daemon, with the test image there. Throws when no daemon answers: engine tests need a real one. */
export async function testEngine(changes: Partial<DockerEngineOptions> = {}): Promise<TestEngine> {
  const engine = createDockerEngine({
    endpoint: testEndpoint(),
    logger: createLogger('engine-test', { level: 'silent' }),
    contentDir: new URL('../../../..', import.meta.url).pathname,
    pythonBase: 'jalon/python-base:bookworm',
    ...changes,
  });
  await engine.ping();
  const endpoint = typeof changes.endpoint === 'string' ? changes.endpoint : testEndpoint();
  const docker = dockerOf(endpoint);
  const client = createDockerClient({ endpoint: parseEndpoint(endpoint), callDeadlineMs: 60_000 });
  await ensureBusybox(docker);
  return {
    engine,
    docker,
    cleanUp: async (...environmentIds) => {
      for (const id of environmentIds) await removeAll(docker, client, id);
    },
    recentEvents: (id) => recentEvents(docker, id),
    close: () => {
      engine.close();
      client.close();
    },
  };
}

function dockerOf(endpoint: string): Docker {
  if (endpoint.startsWith('unix://')) return new Docker({ socketPath: endpoint.slice('unix://'.length) });
  const url = new URL(endpoint.replace(/^tcp:/, 'http:'));
  return new Docker({ host: url.hostname, port: url.port });
}

async function recentEvents(docker: Docker, environmentId: string): Promise<string[]> {
  const filters = { type: ['container' as const], label: [`${LABELS.environmentId}=${environmentId}`] };
  const until = Math.floor(Date.now() / 1000);
  const stream = (await docker.getEvents({ since: until - 600, until: until + 1, filters })) as Readable;
  const lines: string[] = [];
  for await (const { timeNano, Action, Actor } of jsonLines<RememberedEvent>(stream)) {
    const { name, signal = '', exitCode = '' } = Actor.Attributes;
    lines.push([new Date(timeNano / 1e6).toISOString(), Action, name, signal, exitCode].join(' ').trim());
  }
  return lines;
}

interface RememberedEvent {
  timeNano: number;
  Action: string;
  Actor: { Attributes: Record<string, string> };
}

async function removeAll(docker: Docker, client: DockerClient, environmentId: string): Promise<void> {
  const filters = { label: [`${LABELS.environmentId}=${environmentId}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await Promise.all(containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })));
  for (const network of await docker.listNetworks({ filters })) await removeNetwork(client, network.Id, {});
  const { Volumes } = await docker.listVolumes({ filters });
  for (const volume of Volumes ?? []) await docker.getVolume(volume.Name).remove();
}
