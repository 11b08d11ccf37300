import { ensurePythonBase } from './docker/base-images.mjs';
import { ensureEngine } from './docker/engine.mjs';
import { buildApps, checkNode, generateClient, installDependencies } from './install.mjs';
import { step } from './steps.mjs';

/**
 * Everything that a fresh machine lacks: dependencies and build on one side, a Docker engine and the Python
 * base image on the other, at the same time. Returns the engine; without one, the reason why, unless
 * `engineRequired`.
 */
export async function bootstrap({ engineRequired }) {
  checkNode();
  const code = prepareCode();
  const engine = prepareEngine().catch((error) => ({ error }));
  await code;
  const outcome = await engine;
  if (outcome.error && engineRequired) throw outcome.error;
  return outcome;
}

async function prepareCode() {
  await step('Dependencies', installDependencies);
  await step('Database client', generateClient);
  await step('Build of web, worker and gateway', buildApps);
}

async function prepareEngine() {
  const engine = await step('Docker engine', ensureEngine);
  await step('Python base image', (onLine) => ensurePythonBase(engine.endpoint, onLine));
  return engine;
}
