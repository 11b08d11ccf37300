import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';

/**
 * The machine's end of a browser's network: what connects to the socket says in its first line which port it
 * wants, and is passed on to it when it is one of `ports`.
 * @param path of the socket. Sockets in the file system are seen from every network namespace.
 */
export async function openExit(path: string, ports: number[]): Promise<{ close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => near.destroy());
    near.on('close', () => open.delete(near));
    near.once('data', (first) => {
      const end = first.indexOf('\n');
      const port = Number(first.subarray(0, end).toString());
      if (end < 0 || !ports.includes(port)) return near.destroy();
      const far = connect(port, '127.0.0.1');
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
      near.on('close', () => far.destroy());
      far.write(first.subarray(end + 1));
      near.pipe(far);
      far.pipe(near);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(path, { force: true });
    },
  };
}
