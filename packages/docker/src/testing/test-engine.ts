import { LABELS } from '@jalon/contracts';
import { createLogger } from '@jalon/logger';
import Docker from 'dockerode';
import { createDockerEngine, type DockerEngine, type DockerEngineOptions } from '../engine';
import { ensureBusybox } from './busybox-image';
import { testEndpoint } from './endpoint';

export interface TestEngine {
  engine: DockerEngine;
  /** The same daemon, for looking at what was done. */
  docker: Docker;
  /** Removes all containers, networks and volumes of these environments. */
  cleanUp(...environmentIds: string[]): Promise<void>;
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
  const docker = dockerOf(typeof changes.endpoint === 'string' ? changes.endpoint : testEndpoint());
  await ensureBusybox(docker);
  return {
    engine,
    docker,
    cleanUp: async (...environmentIds) => {
      for (const id of environmentIds) await removeAll(docker, id);
    },
    close: () => engine.close(),
  };
}

function dockerOf(endpoint: string): Docker {
  if (endpoint.startsWith('unix://')) return new Docker({ socketPath: endpoint.slice('unix://'.length) });
  const url = new URL(endpoint.replace(/^tcp:/, 'http:'));
  return new Docker({ host: url.hostname, port: url.port });
}

async function removeAll(docker: Docker, environmentId: string): Promise<void> {
  const filters = { label: [`${LABELS.environmentId}=${environmentId}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await Promise.all(containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })));
  for (const network of await docker.listNetworks({ filters })) await docker.getNetwork(network.Id).remove();
  const { Volumes } = await docker.listVolumes({ filters });
  for (const volume of Volumes ?? []) await docker.getVolume(volume.Name).remove();
}
