import { ensurePackages } from '../lib/debian.mjs';
import { ensureNodeBase, ensurePythonBase } from '../lib/docker/base-images.mjs';
import { ensureEngine } from '../lib/docker/engine.mjs';
import { buildApps, checkNode, generateClient, installDependencies } from '../lib/install.mjs';
import { check, checkTwice } from './check.mjs';
import { runPlaywright } from './playwright.mjs';
import { runVitest } from './vitest.mjs';

const NODE = process.execPath;
/** What the tests of a stage need from the distribution. */
const PACKAGES = {
  engine: ['busybox-static', 'docker-compose', 'openssl'],
  browser: ['chromium-headless-shell', 'fonts-liberation', 'iproute2'],
  images: ['debootstrap', 'ca-certificates'],
};

const npx =
  (...args) =>
  (onLine) =>
    check('npx', args, onLine);
const node =
  (...args) =>
  (onLine) =>
    check(NODE, args, onLine);
const TYPES = [
  'turbo',
  'run',
  'typecheck',
  '//#typecheck:scripts',
  '--output-logs=errors-only',
  '--continue',
];

/**
 * Lanes that run beside each other, each in its order: one that computes, one that mostly waits for the Docker
 * engine, one that mostly waits for packages. `run` gives {passed, failed, details}. A stage waits for those it
 * `needs`; where one of them failed that `blocks`, it counts as failed without being run.
 */
export const LANES = [
  [
    { name: 'install', title: 'Install', blocks: true, run: install },
    { name: 'types', title: 'Types', needs: ['install'], run: npx(...TYPES) },
    { name: 'lint', title: 'Lint and format', needs: ['install'], run: npx('biome', 'check', '.') },
    { name: 'imports', title: 'Import table', run: node('scripts/check-imports.mjs') },
    { name: 'messages', title: 'Messages in both languages', run: node('scripts/check-messages.mjs') },
    { name: 'size', title: 'File sizes', run: node('scripts/check-sizes.mjs') },
    { name: 'unit', title: 'Unit tests', needs: ['install'], run: (onLine) => runVitest('unit', onLine) },
    {
      name: 'api',
      title: 'API tests on PostgreSQL',
      needs: ['install'],
      run: (onLine) => runVitest('api', onLine),
    },
    { name: 'build', title: 'Build', blocks: true, needs: ['install'], run: build },
    {
      name: 'browser-portfolio',
      title: 'Browser tests of the portfolio',
      // Three platforms at once are too many for two cores.
      needs: ['build', 'images', 'installation'],
      run: browser('portfolio'),
    },
    {
      name: 'pages',
      title: 'Every page was judged',
      needs: ['browser-delivery'],
      run: node('scripts/test/pages-seen.mjs'),
    },
  ],
  [
    { name: 'engine', title: 'Engine tests on Docker', needs: ['install'], run: engine },
    {
      name: 'browser-delivery',
      title: 'Browser tests of delivery',
      needs: ['build'],
      run: browser('delivery'),
    },
  ],
  [
    { name: 'images', title: 'Images, model and jobs on Docker', run: images },
    { name: 'installation', title: 'Installation with Compose', needs: ['install'], run: installation },
  ],
];

async function install(onLine) {
  checkNode();
  await installDependencies(onLine);
  await generateClient(onLine);
  return { passed: 1, failed: 0 };
}

async function build(onLine) {
  await buildApps(onLine);
  return { passed: 1, failed: 0 };
}

let prepared = null;

/** Finds or starts the engine and makes the base image, once for all stages; gives the environment for tests. */
function docker(onLine) {
  prepared ??= prepareDocker(onLine);
  return prepared;
}

async function prepareDocker(onLine) {
  const { endpoint } = await ensureEngine(onLine);
  await ensurePackages(PACKAGES.images, 'the base images', onLine);
  await ensurePythonBase(endpoint, onLine);
  return { DOCKER_HOST: endpoint };
}

async function engine(onLine) {
  const env = await docker(onLine);
  await ensurePackages(PACKAGES.engine, 'the engine tests', onLine);
  return runVitest('engine', onLine, env);
}

async function images(onLine) {
  const env = await docker(onLine);
  return checkTwice(NODE, ['docker/test-images.mjs'], onLine, { env });
}

function browser(folder) {
  return async (onLine) => {
    const env = await docker(onLine);
    await ensurePackages(PACKAGES.browser, 'the browser tests', onLine);
    return runPlaywright(folder, onLine, env);
  };
}

async function installation(onLine) {
  const env = await docker(onLine);
  await ensurePackages(['docker-compose'], 'the installation test', onLine);
  await ensureNodeBase(env.DOCKER_HOST, onLine);
  return checkTwice(NODE, ['--import', 'tsx', 'scripts/test/installation/main.ts'], onLine, { env });
}
