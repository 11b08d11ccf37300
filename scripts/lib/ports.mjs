import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what the kernel gives to outgoing connections (32768 and up): a port that was found free there could be
 * anybody's a moment later.
 */
const FIRST = 20_000;
const LAST = 31_999;

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
 * A port that is free now, chosen at random so that two processes that ask at once get different ones; `taken`
 * are ports that were promised to somebody else.
 * @param {readonly number[]} [taken]
 * @returns {Promise<number>}
 */
export async function freePort(taken = []) {
  for (;;) {
    const port = randomInt(FIRST, LAST + 1);
    if (!taken.includes(port) && (await isPortFree(port))) return port;
  }
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
