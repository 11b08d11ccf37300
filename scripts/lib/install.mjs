import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './fail.mjs';
import { ROOT } from './home.mjs';
import { run } from './run.mjs';

const MINIMUM = [20, 19];

/** Refuses a Node that is too old, with the version it is. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1]);
  if (old) throw new Refusal(`Node ${MINIMUM.join('.')} or newer is needed; this is ${version}.`);
}

/** Installs the dependencies when what is installed is not what the lock file says. */
export async function installDependencies(onLine) {
  if (isInstalled()) return { note: 'up to date' };
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=http'], { onLine, log: 'npm-ci' });
}

/** npm writes down what it installed; optional packages of other systems are not in it. */
function isInstalled() {
  const hidden = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf(hidden);
  const wanted = Object.entries(packagesOf(join(ROOT, 'package-lock.json')));
  return wanted.every(([path, { version, optional }]) => {
    if (optional || !path.startsWith('node_modules/')) return true;
    return installed[path]?.version === version;
  });
}

/** What the Prisma client is made from. */
const CLIENT_SOURCES = [
  'prisma/schema.prisma',
  'scripts/generate.mjs',
  'scripts/lib/prisma/rewrite-client.mjs',
  'scripts/lib/prisma/word-order.mjs',
];

/** Generates the Prisma client when what it is made from is newer than the client. */
export async function generateClient(onLine) {
  const made = join(ROOT, 'packages/db/src/generated/internal/class.ts');
  const changed = (file) => statSync(file).mtimeMs;
  if (existsSync(made) && CLIENT_SOURCES.every((file) => changed(join(ROOT, file)) < changed(made)))
    return { note: 'up to date' };
  await run(process.execPath, ['scripts/generate.mjs'], { onLine, log: 'generate' });
}

/** Builds web, worker, gateway and the command line; what did not change since the last build is not built again. */
export async function buildApps(onLine) {
  const env = { TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const stamp = join(ROOT, 'node_modules', '.jalon-build');
  const wanted = hashOf(sourcesBelow('apps', 'packages').concat(CLIENT_SOURCES, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && builtFiles().every(existsSync))
    return { note: 'up to date' };
  await run('npx', ['turbo', 'run', 'build', '--output-logs=new-only'], { onLine, env, log: 'build' });
  // Next leaves the files for browsers out of the folder it makes for servers.
  const web = join(ROOT, 'apps/web/.next');
  cpSync(join(web, 'static'), join(web, 'standalone/apps/web/.next/static'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The files that run: one for each program. */
export function builtFiles() {
  return [
    join(ROOT, 'apps/web/.next/standalone/apps/web/main.mjs'),
    join(ROOT, 'apps/worker/dist/main.mjs'),
    join(ROOT, 'apps/gateway/dist/main.mjs'),
    join(ROOT, 'apps/cli/dist/main.mjs'),
  ];
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const SKIPPED = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated', 'test-results']);

/** Every source file below the folders, tests left out, in a fixed order. */
function sourcesBelow(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory())
          return SKIPPED.has(entry.name) || (folder === 'packages' && entry.name === 'e2e')
            ? []
            : sourcesBelow(path);
        return entry.isFile() && !/\.test\.tsx?$|next-env\.d\.ts$|\.tsbuildinfo$/.test(entry.name)
          ? [path]
          : [];
      }),
  );
}
