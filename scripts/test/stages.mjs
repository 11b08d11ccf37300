import { ensurePackages } from '../lib/debian.mjs';
import { ensureNodeBase, ensurePythonBase } from '../lib/docker/base-images.mjs';
import { ensureEngine } from '../lib/docker/engine.mjs';
import { buildApps, checkNode, generateClient, installDependencies } from '../lib/install.mjs';
import { check } from './check.mjs';
import { runPlaywright } from './playwright.mjs';
import { runVitest } from './vitest.mjs';

const NODE = process.execPath;
/** What the tests of a stage need from the distribution. */
const PACKAGES = {
  engine: ['busybox-static', 'openssl'],
  browser: ['chromium', 'fonts-liberation'],
  images: ['debootstrap', 'ca-certificates'],
};

/** Set by the set-up stage: where the Docker engine is. */
let endpoint = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
const withEngine = () => ({ DOCKER_HOST: endpoint });

/**
 * The stages in order. `run` gives {passed, failed, details}; a `needed` stage runs always, and nothing
 * follows when it fails.
 */
export const STAGES = [
  { name: 'install', title: 'Install', needed: true, run: install },
  {
    name: 'types',
    title: 'Types',
    run: (onLine) =>
      check(
        'npx',
        ['turbo', 'run', 'typecheck', '//#typecheck:scripts', '--output-logs=errors-only', '--continue'],
        onLine,
      ),
  },
  { name: 'lint', title: 'Lint and format', run: (onLine) => check('npx', ['biome', 'check', '.'], onLine) },
  {
    name: 'imports',
    title: 'Import table',
    run: (onLine) => check(NODE, ['scripts/check-imports.mjs'], onLine),
  },
  {
    name: 'messages',
    title: 'Messages in both languages',
    run: (onLine) => check(NODE, ['scripts/check-messages.mjs'], onLine),
  },
  { name: 'size', title: 'File sizes', run: (onLine) => check(NODE, ['scripts/check-sizes.mjs'], onLine) },
  { name: 'unit', title: 'Unit tests', run: (onLine) => runVitest('unit', onLine) },
  { name: 'api', title: 'API tests on PostgreSQL', run: (onLine) => runVitest('api', onLine) },
  { name: 'engine', title: 'Engine tests on Docker', run: engine },
  { name: 'images', title: 'Images, model and jobs on Docker', run: images },
  { name: 'browser', title: 'Browser tests in Chromium', run: browser },
  { name: 'installation', title: 'Installation with Compose', run: installation },
];

async function install(onLine) {
  checkNode();
  await installDependencies(onLine);
  await generateClient(onLine);
  return { passed: 1, failed: 0 };
}

async function docker(onLine) {
  endpoint = (await ensureEngine(onLine)).endpoint;
  await ensurePackages(PACKAGES.images, 'the base images', onLine);
  await ensurePythonBase(endpoint, onLine);
}

async function engine(onLine) {
  await docker(onLine);
  await ensurePackages(PACKAGES.engine, 'the engine tests', onLine);
  return runVitest('engine', onLine, withEngine());
}

async function images(onLine) {
  await docker(onLine);
  return check(NODE, ['docker/test-images.mjs'], onLine, { env: withEngine() });
}

async function browser(onLine) {
  await docker(onLine);
  await ensurePackages(PACKAGES.browser, 'the browser tests', onLine);
  await buildApps(onLine);
  return runPlaywright(onLine, withEngine());
}

async function installation(onLine) {
  await docker(onLine);
  await ensurePackages(['docker-compose'], 'the installation test', onLine);
  await ensureNodeBase(endpoint, onLine);
  return check(NODE, ['--import', 'tsx', 'scripts/test/installation/main.ts'], onLine, { env: withEngine() });
}
