import { rmSync } from 'node:fs';
import { type Server as ControlServer, createServer as createControl } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** The worker's way to the Docker engine, which a test can cut: what an engine that went away looks like. */
export interface EngineLine {
  /** What the worker takes for the engine. */
  endpoint: string;
  /** `POST /cut` and `POST /mend`: the tests run in another process than the platform. */
  controlUrl: string;
  close(): Promise<void>;
}

/**
 * Passes bytes on between a socket of its own and the engine's. While it is cut, nothing listens and every
 * connection that was open is gone.
 * @param engine endpoint, `unix:///…`; @param path where its own socket is made.
 */
export async function openEngineLine(engine: string, path: string): Promise<EngineLine> {
  const target = engine.replace(/^unix:\/\//, '');
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from) && to.destroy());
      from.pipe(to);
    }
  });
  const mend = (): Promise<void> => listen(server, path);
  const cut = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
    rmSync(path, { force: true });
  };
  await mend();
  const control = await openControl({ '/cut': cut, '/mend': mend });
  const { port } = control.address() as AddressInfo;
  return {
    endpoint: `unix://${path}`,
    controlUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      control.close();
      await cut();
    },
  };
}

/** Where the line of a platform is laid, inside its own folder. */
export const engineLinePath = (homeDir: string): string => join(homeDir, 'engine.sock');

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

async function openControl(actions: Record<string, () => Promise<void>>): Promise<ControlServer> {
  const server = createControl(async (request, response) => {
    const action = request.method === 'POST' ? actions[request.url ?? ''] : undefined;
    const failed = await action?.().then(
      () => false,
      () => true,
    );
    response.writeHead(action === undefined ? 404 : failed ? 500 : 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
