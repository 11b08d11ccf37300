import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { createLogger } from '@jalon/logger';
import { parseEndpoint } from '../client/endpoint';
import { createDockerEngine, type DockerEngine, type DockerEngineOptions } from '../engine';
import { testEndpoint } from './endpoint';

/**
 * An engine on the test daemon over a line that changes what the daemon answers.
 * @param alter is given the head of the last request and a piece of its answer; returns what arrives of it, null: nothing
 */
export async function engineOnAlteredLine(
  alter: (request: string, answer: Buffer) => Buffer | null,
  changes: Partial<DockerEngineOptions> = {},
): Promise<{ engine: DockerEngine; close(): void }> {
  const line = createServer((socket) => {
    const endpoint = parseEndpoint(testEndpoint());
    const daemon =
      endpoint.kind === 'unix' ? connect(endpoint.socketPath) : connect(endpoint.port, endpoint.host);
    let asked = '';
    socket.on('data', (request: Buffer) => {
      asked = request.toString('latin1');
      daemon.write(request);
    });
    daemon.on('data', (answer: Buffer) => {
      const arrives = alter(asked, answer);
      if (arrives) socket.write(arrives);
    });
    socket.on('error', () => daemon.destroy()).on('close', () => daemon.destroy());
    daemon.on('error', () => socket.destroy()).on('end', () => socket.end());
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const engine = createDockerEngine({
    endpoint: `tcp://127.0.0.1:${(line.address() as AddressInfo).port}`,
    logger: createLogger('engine-test', { level: 'silent' }),
    contentDir: '/',
    pythonBase: 'none',
    ...changes,
  });
  return {
    engine,
    close: () => {
      engine.close();
      line.close();
    },
  };
}
