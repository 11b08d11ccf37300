import { ensurePackages, isDebian, isRoot } from '../debian.mjs';
import { Refusal } from '../fail.mjs';
import { has, run } from '../run.mjs';
import { imageId } from './http.mjs';

export const PYTHON_BASE = process.env.JALON_PYTHON_BASE || 'jalon/python-base:bookworm';
export const NODE_BASE = process.env.JALON_NODE_BASE || 'jalon/node-base:bookworm';
const DEBIAN = 'debian:bookworm-slim';
const PULL_MS = 120_000;
const FIRST_WORD_MS = 20_000;

/** The Python base image: there already, or built on a pulled Debian, or made from Debian's packages. */
export async function ensurePythonBase(endpoint, onLine) {
  if (await imageId(endpoint, PYTHON_BASE)) return { note: `${PYTHON_BASE} is there` };
  await ensureClient(onLine);
  const env = { DOCKER_HOST: endpoint };
  if (await pull(DEBIAN, env, onLine)) {
    const args = ['build', '-t', PYTHON_BASE, '-f', 'docker/base/python.Dockerfile', 'docker/base'];
    await run('docker', args, { env, onLine, log: 'python-base' });
    return { note: `${PYTHON_BASE} on ${DEBIAN}` };
  }
  if (!isRoot() || !isDebian()) {
    throw new Refusal(
      `No image registry answers the engine, so ${PYTHON_BASE} has to be made from Debian's packages. ` +
        'That needs root on Debian or Ubuntu:\n\n  sudo docker/base/make-python-base.sh\n',
    );
  }
  await ensurePackages(['debootstrap', 'ca-certificates'], 'the Python base image', onLine);
  await run('docker/base/make-python-base.sh', [PYTHON_BASE], { env, onLine, log: 'python-base' });
  return { note: `${PYTHON_BASE} from the distribution's packages, no registry answers` };
}

/** The Node base image of the platform's own images. */
export async function ensureNodeBase(endpoint, onLine) {
  if (await imageId(endpoint, NODE_BASE)) return { note: `${NODE_BASE} is there` };
  const env = { DOCKER_HOST: endpoint };
  const published = 'node:22-bookworm-slim';
  if (await pull(published, env, onLine)) {
    await run('docker', ['tag', published, NODE_BASE], { env });
    return { note: `${NODE_BASE} is ${published}` };
  }
  await ensurePythonBase(endpoint, onLine);
  await run('docker/base/make-node-base.sh', [NODE_BASE, PYTHON_BASE], { env, onLine, log: 'node-base' });
  return { note: `${NODE_BASE} from packages, no registry answers` };
}

async function ensureClient(onLine) {
  if (await has('docker')) return;
  await ensurePackages(['docker.io'], 'the docker client', onLine);
}

/** True when the image could be pulled; a registry that says nothing for a while counts as absent. */
async function pull(reference, env, onLine) {
  const quiet = new AbortController();
  const timer = setTimeout(() => quiet.abort(), FIRST_WORD_MS);
  const first = (line) => {
    if (/Pulling|Downloading|Extracting/.test(line)) clearTimeout(timer);
    onLine?.(line);
  };
  const options = { env, onLine: first, allowFailure: true, timeoutMs: PULL_MS, signal: quiet.signal };
  const { code } = await run('docker', ['pull', reference], options).catch(() => ({ code: 1 }));
  clearTimeout(timer);
  return code === 0;
}
