import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensurePackages, isDebian, isRoot } from '../debian.mjs';
import { Refusal } from '../fail.mjs';
import { home } from '../home.mjs';
import { processState, startDetached, stopProcess } from '../processes.mjs';
import { has } from '../run.mjs';
import { probe } from './http.mjs';

const SYSTEM_SOCKET = '/var/run/docker.sock';
const ENGINE = 'dockerd';

/**
 * Finds a Docker engine: DOCKER_HOST, the system's, a rootless one. Where there is none, and this is root on
 * Debian or Ubuntu, installs the distribution's and starts one with its own data root. Returns
 * {endpoint, version, started, note}; throws a Refusal that says exactly what to install.
 */
export async function ensureEngine(onLine) {
  const found = await findEngine();
  if (found.endpoint)
    return { ...found, started: false, note: `version ${found.version} at ${found.endpoint}` };
  if (!isRoot() || !isDebian()) throw new Refusal(adviceFor(found.tried));
  const installed = await ensurePackages(['docker.io', 'iptables'], 'a Docker engine', onLine);
  const own = installed.includes('docker.io') ? await findEngine(10_000) : {};
  if (own.endpoint)
    return { ...own, started: false, note: `installed the distribution's, version ${own.version}` };
  return startEngine(installed.length > 0);
}

/** Stops the engine that `ensureEngine` started; leaves any other alone. */
export async function stopEngine() {
  return stopProcess(home, ENGINE, { timeoutMs: 30_000 });
}

/** True when the running engine is one that we started. */
export const engineIsOurs = () => processState(home, ENGINE).alive;

/**
 * The engine that answers, {endpoint, version}, or {tried} with what did not.
 * @returns {Promise<{endpoint?: string, version?: string, tried?: string[]}>}
 */
export async function findEngine(patienceMs = 0) {
  if (process.env.DOCKER_HOST) return fromVariable(process.env.DOCKER_HOST);
  const until = Date.now() + patienceMs;
  for (;;) {
    const tried = [];
    for (const socket of candidates().filter((path) => existsSync(path))) {
      const endpoint = `unix://${socket}`;
      const { version, error } = await probe(endpoint);
      if (version) return { endpoint, version };
      tried.push(`${endpoint}: ${error}`);
    }
    if (Date.now() >= until) return { tried };
    await sleep(500);
  }
}

async function fromVariable(endpoint) {
  if (endpoint.startsWith('ssh://')) {
    throw new Refusal(
      'DOCKER_HOST over ssh:// is not supported by the local commands yet: use unix:// or tcp://.',
    );
  }
  const { version, error } = await probe(endpoint);
  if (version) return { endpoint, version };
  throw new Refusal(
    `No Docker engine answers at DOCKER_HOST=${endpoint} (${error}). Start it, or unset DOCKER_HOST.`,
  );
}

function candidates() {
  const uid = process.getuid?.() ?? 0;
  const runtime = process.env.XDG_RUNTIME_DIR ?? `/run/user/${uid}`;
  return [SYSTEM_SOCKET, `${runtime}/docker.sock`, `${homedir()}/.docker/run/docker.sock`];
}

function adviceFor(tried) {
  const denied = tried.some((line) => line.includes('EACCES'));
  const lines = ['No Docker engine answers.', ...tried.map((line) => `  ${line}`), ''];
  if (denied) lines.push('You may not open its socket: sudo usermod -aG docker $USER, then sign in again.');
  else if (isDebian())
    lines.push(
      'Please run:\n\n  sudo apt-get install -y docker.io && sudo usermod -aG docker $USER\n\nand sign in again.',
    );
  else lines.push('Please install Docker Engine 20.10 or newer and start it, or set DOCKER_HOST.');
  return lines.join('\n');
}

async function startEngine(installed) {
  if (!(await has(ENGINE)))
    throw new Refusal('The package docker.io brought no dockerd: please start a Docker engine by hand.');
  const endpoint = `unix://${SYSTEM_SOCKET}`;
  const dataRoot = home.path('docker', 'data');
  await startDetached(home, ENGINE, [
    ENGINE,
    '--host',
    endpoint,
    '--data-root',
    dataRoot,
    '--exec-root',
    '/run/jalon-docker',
    '--pidfile',
    home.path('docker', 'dockerd.pid'),
  ]);
  for (let waited = 0; waited < 60_000; waited += 250) {
    const { version } = await probe(endpoint);
    if (version) {
      const how = installed ? "installed the distribution's and started it" : 'started one';
      return { endpoint, version, started: true, note: `${how}, version ${version}, data in ${dataRoot}` };
    }
    if (!processState(home, ENGINE).alive) break;
    await sleep(250);
  }
  throw new Refusal(`dockerd did not start; its log: ${home.path('logs', `${ENGINE}.log`)}`);
}
