import { ensureEngine } from '../../lib/docker/engine.mjs';
import { run } from '../../lib/run.mjs';

/** Runs the tests of a link; true when they pass. */
export async function prove({ project, files, stage }, onLine) {
  const [command, args] = stage
    ? [process.execPath, ['scripts/test.mjs', '--only', stage]]
    : ['npx', ['vitest', 'run', '--project', project, ...files]];
  const env = project === 'engine' ? { DOCKER_HOST: (await ensureEngine(onLine)).endpoint } : {};
  const { code } = await run(command, args, { env, onLine, log: 'test-links', allowFailure: true });
  return code === 0;
}
