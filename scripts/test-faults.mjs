// npm run test:faults [-- --seed n] [--kills n] [--lanes n] [--unit "walk 3"] [--only kills,cancel]: everything that can
// go wrong under a deployment, done to it on engines of its own. Installs what it needs; prints its seed; ends with 1
// when one deployment did not end where it should.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensurePackages, isRoot } from './lib/debian.mjs';
import { ensureEngine } from './lib/docker/engine.mjs';
import { main, Refusal } from './lib/fail.mjs';
import { home } from './lib/home.mjs';
import { checkNode, generateClient, installDependencies } from './lib/install.mjs';
import { runShown } from './lib/run.mjs';
import { elapsed, say, step } from './lib/steps.mjs';
import { printFaults, readFaults } from './test/faults.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string' },
    lanes: { type: 'string' },
    unit: { type: 'string' },
    only: { type: 'string' },
  },
});

await main(async () => {
  checkNode();
  if (!isRoot())
    throw new Refusal('Engines of its own need root: please run as root, in a machine you can lose.');
  await step('Dependencies', installDependencies);
  await step('Database client', generateClient);
  // Where there is no engine, this installs the programs that the private ones are made of.
  await step('Docker engine', ensureEngine);
  await step('Packages', (onLine) =>
    ensurePackages(['busybox-static', 'iproute2'], 'the fault tests', onLine),
  );

  const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
  const reports = home.path('reports', `faults-${seed}`);
  rmSync(reports, { recursive: true, force: true });
  say(`\nSeed ${seed}: npm run test:faults -- --seed ${seed}\n`);
  const files = values.unit ? ['kills.full'] : (values.only?.split(',') ?? []).map((name) => `${name}.full`);
  const code = await runShown('npx', ['vitest', 'run', '--project', 'faults', ...files], {
    JALON_FAULTS_SEED: seed,
    JALON_FAULTS_REPORT: reports,
    ...(values.kills ? { JALON_FAULTS_KILLS: values.kills } : {}),
    ...(values.lanes ? { JALON_FAULTS_LANES: values.lanes } : {}),
    ...(values.unit ? { JALON_FAULTS_UNIT: values.unit } : {}),
  });
  printFaults(readFaults(reports), say);
  say(`\nReport: ${reports}\nSeed ${seed}, ${elapsed()}: ${code === 0 ? 'passed' : 'FAILED'}`);
  process.exitCode = code;
});
