// Runs in a network namespace of its own: listens there on the ports that it is given and hands every connection to
// the machine through a socket. Ends when its standard input does, and so with whoever started it.
import { execFileSync } from 'node:child_process';
import { connect, createServer } from 'node:net';

const [socket, ...ports] = process.argv.slice(2);

execFileSync('/usr/sbin/ip', ['link', 'set', 'lo', 'up']);
await Promise.all(ports.flatMap((port) => ['127.0.0.1', '::1'].map((host) => listen(Number(port), host))));
console.log('ready');
process.stdin.resume().once('end', () => process.exit(0));

function listen(port, host) {
  const server = createServer((near) => {
    const far = connect(socket);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    far.write(`${port}\n`);
    near.pipe(far);
    far.pipe(near);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: host === '::1' }, resolve);
  });
}
