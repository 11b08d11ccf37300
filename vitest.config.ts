import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Starts the PostgreSQL that `testDatabase()` of @jalon/db/testing makes its databases on. */
const withPostgres = ['packages/db/src/testing/global-setup.ts'];

/** And builds the worker that the tests start. */
const withWorker = [...withPostgres, 'apps/worker/src/testing/build-worker.ts'];

const testsOf = (...packages: string[]): string[] => packages.map((name) => `${name}/src/**/*.test.ts`);

/** Where one package has tests of both kinds, these are the ones for the daemon. */
const NEEDS_ENGINE = '**/*.engine.test.ts';

/**
 * Laws are tried on the same cases in every run, so that a change is judged by what it changed: see
 * docs/decisions/0016. Other cases: JALON_LAW_SEED.
 */
const resolve = {
  alias: [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/scripts/test/seeded-fast-check.ts` }],
};

/**
 * Files share a process and what it has loaded: to load it anew for each file was most of the time that these tests
 * took (docs/decisions/0045). A worker for each core.
 */
const sharing = { isolate: false, maxWorkers: availableParallelism() };

/** Tests that take their time: `npm run test:faults` runs them, `npm test` does not. */
const full = ['apps/*/src/**/*.full.test.ts'];

/** unit: nothing but the process. api: real PostgreSQL. engine: a real Docker daemon. faults: daemons of their own. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          ...sharing,
          include: [
            ...testsOf('packages/{contracts,value,compose,reconciler,logger,config,ui,auth}', 'apps/web'),
            ...testsOf('apps/cli'),
            'scripts/**/*.test.mjs',
          ],
          exclude: [...configDefaults.exclude, NEEDS_ENGINE],
          // Laws are tried on many cases, on a machine that may have other work.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'api',
          ...sharing,
          include: testsOf('packages/{db,core,api}', 'apps/gateway'),
          globalSetup: withPostgres,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'engine',
          ...sharing,
          // One daemon for all: two files at a time took 8 minutes and not 13, but on a machine with other work some
          // waited longer than they may.
          maxWorkers: 1,
          include: [...testsOf('packages/docker', 'apps/worker'), `apps/cli/src/${NEEDS_ENGINE}`],
          exclude: full,
          globalSetup: withWorker,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          include: full,
          globalSetup: withWorker,
          testTimeout: 900_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Progress of an hour's work is read as it comes.
          disableConsoleIntercept: true,
        },
      },
    ],
  },
});
