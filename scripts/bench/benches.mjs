import { ensurePackages } from '../lib/debian.mjs';
import { ensureEngine } from '../lib/docker/engine.mjs';
import { buildApps, checkNode, generateClient, installDependencies } from '../lib/install.mjs';
import { step } from '../lib/steps.mjs';

/** The benchmarks, and what each needs beyond the dependencies. */
export const BENCHES = {
  engine: { engine: true },
  edges: { engine: true },
  stats: { engine: true },
  logs: { engine: true },
  plan: {},
  memory: { engine: true, apps: true },
  js: { engine: true, apps: true, browser: true },
  portfolio: { apps: true },
  scroll: { apps: true, browser: true },
};

/**
 * Sees to it that the named benchmarks can run. A platform that is `running` already is measured as it is, so
 * nothing is built for it. Returns the Docker engine's endpoint, or null when none of them needs one.
 */
export async function prepare(names, { running }) {
  const needs = (what) => names.some((name) => BENCHES[name][what]);
  checkNode();
  await step('Dependencies', installDependencies);
  await step('Database client', generateClient);
  if (needs('apps') && !running) await step('Build of web, worker and gateway', buildApps);
  if (needs('browser'))
    await step('Chromium', (onLine) =>
      ensurePackages(['chromium', 'fonts-liberation'], 'the benchmark', onLine),
    );
  if (!needs('engine')) return null;
  return (await step('Docker engine', ensureEngine)).endpoint;
}
