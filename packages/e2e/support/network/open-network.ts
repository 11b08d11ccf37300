import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_PATH } from '../chromium';
import { openExit } from './exit';

const INSIDE = join(import.meta.dirname, 'inside.mjs');
const TOOLS = ['/usr/bin/unshare', '/usr/bin/nsenter', '/usr/sbin/ip'];

/** A network of its own for Chromium, with the platform in it. */
export interface BrowserNetwork {
  /** A program that starts Chromium in that network. */
  executable: string;
  close(): Promise<void>;
}

/**
 * Makes a network namespace in which nothing but these ports of 127.0.0.1 answers. Chromium drops whatever it is loading when an
 * interface of its network comes or goes, and on a machine with a Docker engine every container is one: see
 * docs/decisions/0017. Null where that cannot be done (not root, not Linux, no Debian Chromium): Chromium then
 * uses the machine's network.
 * @param dir folder for its socket and its program; @param ports of the platform, on 127.0.0.1 of the machine.
 */
export async function openBrowserNetwork(dir: string, ports: number[]): Promise<BrowserNetwork | null> {
  const possible = process.getuid?.() === 0 && [...TOOLS, CHROMIUM_PATH].every((path) => existsSync(path));
  if (!possible) return null;
  const socket = join(dir, 'browser-network.sock');
  const exit = await openExit(socket, ports);
  const inside = spawn(
    '/usr/bin/unshare',
    ['--net', process.execPath, INSIDE, socket, ...ports.map(String)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  await firstLine(inside);
  const executable = join(dir, 'chromium');
  // unshare has become the program that it runs: the child's own namespace is the new one.
  writeFileSync(
    executable,
    `#!/bin/sh\nexec /usr/bin/nsenter --net=/proc/${inside.pid}/ns/net -- ${CHROMIUM_PATH} "$@"\n`,
  );
  chmodSync(executable, 0o755);
  return {
    executable,
    close: async () => {
      inside.stdin?.end();
      if (inside.exitCode === null) await once(inside, 'exit');
      await exit.close();
      rmSync(executable, { force: true });
    },
  };
}

/** Resolves when the process says that it listens; rejects when it ends before. */
function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The network for Chromium could not be made (${code})`)));
  });
}
