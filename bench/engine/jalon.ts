import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { imagesOf, parseStack } from '@jalon/compose';
import type { StackTarget } from '@jalon/contracts';
import { createDockerEngine, type DockerEngine } from '@jalon/docker';
import { createLogger } from '@jalon/logger';
import { checkPolicy, desiredState, emptyState, reconcile, stackTarget } from '@jalon/reconciler';
import { ROOT } from '../../scripts/lib/home.mjs';
import type { Contender, Measured } from './contender';

/**
 * What the worker does for a deployment, without its journal in PostgreSQL: read the file, observe, plan, execute.
 * Up has ended when every container was started: Compose does not watch over them afterwards, so the
 * verification window is 0 here.
 */
export const jalon: Contender = {
  name: 'jalon',
  prepare: async (text, endpoint, signal) => {
    const target = ownTarget();
    // A client of its own each time: the connection and the question for the version count too.
    const timed = (work: (engine: DockerEngine) => Promise<Record<string, number>>) =>
      withEngine(endpoint, work);
    return {
      up: () => timed((engine) => apply(engine, text, target, signal)),
      change: (changed) => timed((engine) => apply(engine, changed, target, signal)),
      // Without the signal: what was made is removed after Ctrl-C as well.
      down: () => timed((engine) => takeDown(engine, target)),
    };
  },
};

function ownTarget(): StackTarget {
  const project = `bench-${randomUUID().slice(0, 8)}`;
  return stackTarget({ environmentId: randomUUID(), project, environment: 'sandbox', revision: 1 });
}

async function withEngine(
  endpoint: string,
  work: (engine: DockerEngine) => Promise<Record<string, number>>,
): Promise<Measured> {
  const [from, cpuBefore] = [performance.now(), process.cpuUsage()];
  const logger = createLogger('bench', { level: 'silent' });
  const engine = createDockerEngine({ endpoint, logger, contentDir: ROOT, pythonBase: '' });
  try {
    const parts = await work(engine);
    const ms = performance.now() - from;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = Math.round((user + system) / 1000);
    return { ms, parts: { ...parts, 'of which own CPU': cpu }, counted: engine.apiCalls() };
  } finally {
    engine.close();
  }
}

async function apply(
  engine: DockerEngine,
  text: string,
  target: StackTarget,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const watch = stopwatch();
  const { stack } = parseStack(text, {});
  const desired = desiredState(stack, target);
  const refusals = checkPolicy(stack);
  watch.lap('read');
  const images = imagesOf(stack);
  const observed = await engine.observe({ environmentId: target.environmentId, images }, { signal });
  watch.lap('observe');
  const plan = reconcile(desired, observed, { refusals, runningWindowMs: 0 }, new Date());
  watch.lap('plan');
  const { outcome, failure } = await engine.execute(plan, { onStep: async () => undefined, signal });
  watch.lap('execute');
  if (outcome !== 'SUCCEEDED') throw failure?.error ?? new Error(outcome);
  return watch.parts;
}

async function takeDown(engine: DockerEngine, target: StackTarget): Promise<Record<string, number>> {
  const watch = stopwatch();
  const observed = await engine.observe({ environmentId: target.environmentId, images: [] });
  watch.lap('observe');
  const plan = reconcile(emptyState(target), observed, { action: 'REMOVE' }, new Date());
  watch.lap('plan');
  const { outcome, failure } = await engine.execute(plan, { onStep: async () => undefined });
  watch.lap('execute');
  if (outcome !== 'SUCCEEDED') throw failure?.error ?? new Error(outcome);
  return watch.parts;
}

function stopwatch(): { parts: Record<string, number>; lap(name: string): void } {
  const parts: Record<string, number> = {};
  let from = performance.now();
  return {
    parts,
    lap: (name) => {
      const now = performance.now();
      parts[name] = Number((now - from).toFixed(2));
      from = now;
    },
  };
}
