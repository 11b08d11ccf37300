import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEndpoint } from '@jalon/docker';
import { Refusal } from '../../scripts/lib/fail.mjs';

export interface CountingProxy {
  endpoint: string;
  /** Requests since the last call of this. */
  take(): number;
  close(): Promise<void>;
}

/**
 * A socket that passes every request on to the engine and counts it: what any program asks of the daemon, seen
 * from outside. It costs a little time, so nothing that goes through it is timed.
 */
export async function countingProxy(endpoint: string): Promise<CountingProxy> {
  const engine = parseEndpoint(endpoint);
  if (engine.kind !== 'unix')
    throw new Refusal('Requests can be counted on a unix socket only: set DOCKER_HOST=unix://…');
  const path = join(tmpdir(), `jalon-bench-${randomUUID().slice(0, 8)}.sock`);
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count += 1;
    const { method, url, headers } = incoming;
    const onward = request({ socketPath: engine.socketPath, method, path: url, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      // A subscription answers with its head long before its first event.
      outgoing.flushHeaders();
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    endpoint: `unix://${path}`,
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
