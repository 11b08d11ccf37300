import { createServer } from 'node:net';

/**
 * True when nothing listens on the port of loopback, over IPv4 or IPv6.
 * @param {number} port
 */
export async function isPortFree(port) {
  // One after the other: two at once would find each other there.
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/**
 * A port that is free now; `taken` are ports that were promised to somebody else.
 * @param {readonly number[]} [taken]
 * @returns {Promise<number>}
 */
export async function freePort(taken = []) {
  const port = await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  return taken.includes(port) ? freePort(taken) : port;
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::1' }, () =>
      server.close(() => resolve(true)),
    );
  });
}
