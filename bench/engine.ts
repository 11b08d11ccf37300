import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { parseStack } from '@jalon/compose';
import type { StackTarget } from '@jalon/contracts';
import { createDockerEngine, type DockerEngine } from '@jalon/docker';
import { createLogger } from '@jalon/logger';
import { desiredState, emptyState, reconcile } from '@jalon/reconciler';
import { BUSYBOX_IMAGE, testEngine } from '../packages/docker/src/testing';
import { ROOT } from '../scripts/lib/home.mjs';
import { composeUp, findCompose } from './lib/compose';
import { median } from './lib/median';
import { benchTarget, stackText } from './lib/stack';
import type { Row } from './lib/table';

const SIZES = [1, 10, 50];
const ROUNDS: Record<number, number> = { 1: 5, 10: 3, 50: 3 };

interface Measured {
  ms: number;
  calls: number;
}

/**
 * Cold and no-op deployment of stacks of small services: Jalon's engine and, where the machine has it, Compose,
 * one after the other in each round, on the same daemon. Ends when every container has been started.
 */
export async function benchEngine(endpoint: string, onLine: (line: string) => void): Promise<Row[]> {
  const test = await testEngine({ endpoint });
  const compose = await findCompose();
  const rows: Row[] = [];
  try {
    for (const size of SIZES) {
      const text = stackText(size, BUSYBOX_IMAGE);
      const jalon = { cold: [] as Measured[], noop: [] as Measured[] };
      const peer = { cold: [] as Measured[], noop: [] as Measured[] };
      for (let round = 1; round <= (ROUNDS[size] ?? 3); round += 1) {
        onLine(`${size} services, round ${round}`);
        await roundOfJalon(endpoint, text, jalon);
        if (compose) await roundOfCompose(endpoint, compose.command, text, peer);
      }
      rows.push(...rowsOf('jalon', size, jalon));
      if (compose) rows.push(...rowsOf(compose.name, size, peer));
    }
    return rows;
  } finally {
    test.close();
  }
}

async function roundOfJalon(
  endpoint: string,
  text: string,
  into: { cold: Measured[]; noop: Measured[] },
): Promise<void> {
  const target = benchTarget();
  // A fresh client each time: the first connection and the version request count too.
  const engine = createDockerEngine({
    endpoint,
    logger: createLogger('bench', { level: 'silent' }),
    contentDir: ROOT,
    pythonBase: '',
  });
  try {
    into.cold.push(await measured(engine, () => apply(engine, text, target)));
    into.noop.push(await measured(engine, () => apply(engine, text, target, 0)));
  } finally {
    const observed = await engine.observe({ environmentId: target.environmentId, images: [] });
    const plan = reconcile(emptyState(target), observed, { action: 'REMOVE' }, new Date());
    await engine.execute(plan, { onStep: async () => undefined });
    engine.close();
  }
}

async function measured(engine: DockerEngine, work: () => Promise<void>): Promise<Measured> {
  const [calls, from] = [engine.apiCalls().total, performance.now()];
  await work();
  return { ms: performance.now() - from, calls: engine.apiCalls().total - calls };
}

/** What the worker does for a deployment: read the file, observe, plan, execute. */
async function apply(
  engine: DockerEngine,
  text: string,
  target: StackTarget,
  expected?: number,
): Promise<void> {
  const { stack } = parseStack(text, {});
  const observed = await engine.observe({ environmentId: target.environmentId, images: [BUSYBOX_IMAGE] });
  const plan = reconcile(desiredState(stack, target), observed, { runningWindowMs: 0 }, new Date());
  if (expected !== undefined && plan.operations.length !== expected) {
    throw new Error(`${plan.operations.length} operations where ${expected} were expected`);
  }
  const { outcome, failure } = await engine.execute(plan, { onStep: async () => undefined });
  if (outcome !== 'SUCCEEDED') throw failure?.error ?? new Error(outcome);
}

async function roundOfCompose(
  endpoint: string,
  command: string[],
  text: string,
  into: { cold: Measured[]; noop: Measured[] },
): Promise<void> {
  const stack = await composeUp(endpoint, command, `bench-${randomUUID().slice(0, 8)}`, text);
  try {
    into.cold.push(await stack.up());
    into.noop.push(await stack.up());
  } finally {
    await stack.down();
  }
}

function rowsOf(
  who: string,
  services: number,
  { cold, noop }: { cold: Measured[]; noop: Measured[] },
): Row[] {
  const row = (what: string, all: Measured[]): Row => {
    const ms = median(all.map((each) => each.ms));
    const calls = median(all.map((each) => each.calls));
    return {
      services,
      what,
      who,
      ms: Math.round(ms),
      'containers/s': what === 'cold' ? (services / ms) * 1000 : null,
      'API calls': calls,
    };
  };
  return [row('cold', cold), row('no-op', noop)];
}
