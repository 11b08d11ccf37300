// What the image tests share: docker without a shell, job and service containers under Jalon's limits, one line a check.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const run = `jalon-images-${process.pid}`;
export const limits = [
  '--cap-drop',
  'ALL',
  '--security-opt',
  'no-new-privileges',
  '--pids-limit',
  '256',
  '--memory',
  '1g',
];
export const images = {
  template: {
    tag: 'jalon-test/model-template',
    context: 'docker/model-template',
    base: 'jalon/python-base:bookworm',
  },
  model: {
    tag: 'jalon-test/python-model',
    context: 'docker/catalog/python-model',
    base: 'jalon-test/model-template',
  },
  credit: {
    tag: 'jalon-test/credit-scoring',
    context: 'samples/credit-scoring/model',
    base: 'jalon-test/model-template',
  },
  database: {
    tag: 'jalon-test/postgresql',
    context: 'docker/catalog/postgresql',
    base: 'jalon/python-base:bookworm',
  },
  jupyter: {
    tag: 'jalon-test/jupyterlab',
    context: 'docker/catalog/jupyterlab',
    base: 'jalon-test/model-template',
  },
};
export const password = "it's a \\ test;";
const volumeNames = ['raw', 'processed', 'generic', 'database', 'notebooks'];
export const volumes = Object.fromEntries(volumeNames.map((name) => [name, `${run}-${name}`]));
const containers = [];
export const count = { passed: 0, failed: 0 };

/** Runs docker; throws with its messages unless it ends with one of the expected codes. Returns {code, out, all}. */
export function docker(args, { input, codes = [0] } = {}) {
  const { status, stdout, stderr, error } = spawnSync('docker', args, {
    input,
    maxBuffer: 1 << 26,
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  if (error) throw error;
  const out = stdout.toString();
  if (!codes.includes(status))
    throw new Error(
      `docker ${args.slice(0, 3).join(' ')} ended with ${status}:\n${out}${stderr}`.slice(-2000),
    );
  return { code: status, out, all: out + stderr };
}

/** Runs one check and prints its line; `body` may return a note. Returns whether it passed. */
export async function check(title, body) {
  const started = Date.now();
  try {
    const note = await body();
    count.passed++;
    console.log(`ok    ${title} (${((Date.now() - started) / 1000).toFixed(1)} s${note ? `, ${note}` : ''})`);
    return true;
  } catch (error) {
    count.failed++;
    console.log(`FAIL  ${title}: ${error.message}`);
    return false;
  }
}

/** Runs a job container to its end; returns its exit code, result file and last log line. */
export function job(image, command, env, codes = [0], processed = volumes.processed) {
  const name = `${run}-job-${containers.length}`;
  containers.push(name);
  const where = ['--name', name, '--network', run];
  const mounts = ['-v', `${volumes.raw}:/data/raw:ro`, '-v', `${processed}:/data/processed`];
  const { code, out } = docker(['run', ...where, ...limits, ...mounts, ...flags(env), image, command], {
    codes,
  });
  const archive = docker(['cp', `${name}:/jalon/result.json`, '-']).out;
  const result = JSON.parse(archive.slice(512, archive.lastIndexOf('}') + 1));
  const last = JSON.parse(out.trim().split('\n').at(-1));
  assert.deepEqual(last.result, result, 'the last log line must carry the result');
  return { code, result };
}

/** Environment as docker's arguments. */
export const flags = (env) => Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);

/** Starts a service container and returns its name. */
export function start(service, image, args) {
  const name = `${run}-${service}`;
  containers.push(name);
  docker([
    'run',
    '-d',
    '--name',
    name,
    '--network',
    run,
    '--network-alias',
    service,
    '--health-interval',
    '1s',
    ...limits,
    ...args,
    image,
  ]);
  return name;
}

/** Waits until a container is healthy; throws with its log when it is not within two minutes. */
export async function healthy(name) {
  for (const deadline = Date.now() + 120_000; ; await pause(100)) {
    const [running, health] = docker(['inspect', '-f', '{{.State.Running}} {{.State.Health.Status}}', name])
      .out.trim()
      .split(' ');
    if (health === 'healthy') return;
    if (running !== 'true' || Date.now() > deadline)
      throw new Error(`${health}: ${docker(['logs', '--tail', '20', name]).all}`);
  }
}

/** Where a published port is on this machine. */
export function address(name, port) {
  return `http://${
    docker(['port', name, `${port}/tcp`])
      .out.trim()
      .split('\n')[0]
  }`;
}

/**
 * GET, or POST of JSON: {status, text, json}. Each on a connection of its own: while docker runs, this process does
 * not see that a server has closed an idle one.
 */
export async function ask(url, body) {
  const headers = { connection: 'close' };
  const answer = await fetch(
    url,
    body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers },
  );
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    json: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null,
  };
}

/** Removes everything that this run made. */
export function cleanUp() {
  if (containers.length) docker(['rm', '--force', '--volumes', ...containers], { codes: [0, 1] });
  docker(['volume', 'rm', '--force', ...Object.values(volumes)], { codes: [0, 1] });
  docker(['network', 'rm', run], { codes: [0, 1] });
}
