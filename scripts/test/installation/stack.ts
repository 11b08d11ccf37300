import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../lib/fail.mjs';
import { freePort } from '../../lib/ports.mjs';
import { has, run } from '../../lib/run.mjs';

const HEALTHY_WITHIN_MS = 180_000;
/** What must be up and healthy; the others run once and end with 0. */
const PROCESSES = ['postgres', 'worker', 'web', 'gateway'];

/** One installation made by docker-compose.yml, on ports and with names of its own. */
export interface Installation {
  url: string;
  modelPort: number;
  compose(args: string[], onLine?: (line: string) => void): Promise<string>;
  /** Health by service, as the engine says. */
  health(): Promise<Record<string, string>>;
}

/** Chooses ports and names; nothing is built or started yet. Honours DOCKER_HOST. */
export async function prepareInstallation(): Promise<Installation> {
  const name = `jalon-installation-${process.pid}`;
  const port = await freePort();
  const gatewayPort = await freePort([port]);
  const modelPort = await freePort([port, gatewayPort]);
  const url = `http://localhost:${port}`;
  const env = {
    JALON_NODE_BASE: 'jalon/node-base:bookworm',
    JALON_DEBIAN_BASE: 'jalon/python-base:bookworm',
    // Images of their own name, so that an installation of this machine keeps its.
    JALON_VERSION: 'test',
    JALON_POSTGRES_IMAGE: 'jalon/platform-postgres:test',
    JALON_GATEWAY_CONTAINER: `${name}-gateway`,
    JALON_PORT: String(port),
    JALON_GATEWAY_PORT: String(gatewayPort),
    JALON_URL: url,
    JALON_GATEWAY_URL: `http://localhost:${gatewayPort}`,
    JALON_DOCKER_SOCKET: (process.env.DOCKER_HOST ?? '').replace(/^unix:\/\//, '') || '/var/run/docker.sock',
  };
  const [program = '', ...first] = (await has('docker-compose')) ? ['docker-compose'] : ['docker', 'compose'];
  const compose = async (args: string[], onLine?: (line: string) => void): Promise<string> =>
    (await run(program, [...first, '-p', name, ...args], { env, onLine, log: 'installation' })).output;
  return { url, modelPort, compose, health: () => healthOf(name) };
}

/** Waits until every process is healthy. Throws a Refusal that names those that are not. */
export async function untilHealthy(installation: Installation): Promise<void> {
  for (const deadline = Date.now() + HEALTHY_WITHIN_MS; ; await sleep(500)) {
    const health = await installation.health();
    const waiting = PROCESSES.filter((service) => health[service] !== 'healthy');
    if (waiting.length === 0) return;
    if (Date.now() < deadline) continue;
    const logs = await installation.compose(['logs', '--tail=20', ...waiting]);
    throw new Refusal(`Not healthy after ${HEALTHY_WITHIN_MS / 1000} s: ${JSON.stringify(health)}\n${logs}`);
  }
}

/** The services whose containers hold the Docker socket. */
export async function socketHolders(installation: Installation): Promise<string[]> {
  const ids = (await installation.compose(['ps', '-q'])).trim().split('\n').filter(Boolean);
  const format =
    '{{index .Config.Labels "com.docker.compose.service"}} {{range .Mounts}}{{.Destination}} {{end}}';
  const { output } = await run('docker', ['inspect', '--format', format, ...ids]);
  return output
    .trim()
    .split('\n')
    .filter((line) => line.includes('docker.sock'))
    .map((line) => line.split(' ')[0] ?? '');
}

async function healthOf(name: string): Promise<Record<string, string>> {
  const { output } = await run('docker', [
    'ps',
    '-a',
    '-q',
    '--filter',
    `label=com.docker.compose.project=${name}`,
  ]);
  const ids = output.trim().split('\n').filter(Boolean);
  if (ids.length === 0) return {};
  const format =
    '{{index .Config.Labels "com.docker.compose.service"}} {{if .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}';
  const inspected = await run('docker', ['inspect', '--format', format, ...ids]);
  return Object.fromEntries(
    inspected.output
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
}
