/** Who may import whom, as docs say it. A package that is not named here may import nothing of ours. */
export const MAY_IMPORT = {
  contracts: [],
  config: [],
  logger: [],
  ui: [],
  value: ['contracts'],
  compose: ['contracts'],
  reconciler: ['contracts'],
  db: ['contracts'],
  docker: ['reconciler', 'contracts', 'logger'],
  core: ['contracts', 'value', 'compose', 'reconciler', 'db', 'logger'],
  auth: ['core', 'contracts', 'db'],
  api: ['core', 'auth', 'contracts', 'logger'],
  web: ['api', 'auth', 'contracts', 'value', 'ui', 'logger', 'config'],
  worker: ['core', 'docker', 'reconciler', 'contracts', 'db', 'logger', 'config'],
  gateway: ['auth', 'contracts', 'db', 'logger', 'config'],
  // db: its audit chain alone, for `jalon audit verify` (docs/decisions/0023).
  cli: ['compose', 'reconciler', 'docker', 'contracts', 'logger', 'db'],
  e2e: ['contracts', 'db'],
};

/** Libraries that belong to one place. */
export const ONLY_IN = {
  dockerode: ['docker'],
  '@prisma/client': ['db'],
  '@prisma/adapter-pg': ['db'],
  '@trpc/server': ['api', 'web'],
  next: ['web'],
  pg: ['db'],
};

/** These compute and do nothing else: no I/O, and time and randomness are parameters. */
export const PURE = ['value', 'compose', 'reconciler', 'contracts'];
export const PURE_BUILTINS = ['node:crypto'];
export const IMPURE_CALLS = [/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/, /\bprocess\./];

/** The one file of a pure package that may read the clock: it is what everyone else is given. */
export const PURE_EXCEPTIONS = ['packages/contracts/src/clock.ts'];
