import { performance } from 'node:perf_hooks';
import { parseStack } from '@jalon/compose';
import { desiredState, emptyObservation, printPlan, reconcile, stackTarget } from '@jalon/reconciler';
import { stackText } from '../engine/stack-text';
import { median, round } from '../lib/median';
import type { Bench, BenchContext, Report } from '../lib/report';

const SIZES = [1, 10, 50, 200];
const ROUNDS = 30;
const WARM_UP = 5;
const NOW = new Date('2026-01-01T00:00:00Z');

export const planBench: Bench = {
  name: 'plan',
  title: 'From a Compose file to a plan, without an engine',
  run: async (context) => runPlanBench(context),
};

/** Pure code only: text to stack model, to desired state, to plan, to text; medians. */
function runPlanBench(context: BenchContext): Report {
  const rows = (context.sizes ?? SIZES).map((size) => {
    context.onLine(`${size} services`);
    const rounds = Array.from({ length: WARM_UP + (context.rounds ?? ROUNDS) }, () => planOnce(size));
    const kept = rounds.slice(WARM_UP);
    const ms = (part: keyof Planned): number => round(median(kept.map((each) => each[part])), 2);
    return {
      services: size,
      operations: rounds[0]?.operations ?? 0,
      'parse ms': ms('parse'),
      'desired state ms': ms('desired'),
      'plan ms': ms('plan'),
      'print ms': ms('print'),
    };
  });
  return { rows, bars: [], notes: [] };
}

interface Planned {
  operations: number;
  parse: number;
  desired: number;
  plan: number;
  print: number;
}

function planOnce(size: number): Planned {
  const target = stackTarget({ environmentId: 'bench', project: 'bench', environment: 'pure', revision: 1 });
  const text = stackText(size, 'busybox:1');
  const begun = performance.now();
  const { stack } = parseStack(text, {});
  const parsed = performance.now();
  const desired = desiredState(stack, target);
  const drawn = performance.now();
  const plan = reconcile(desired, emptyObservation(NOW), {}, NOW);
  const planned = performance.now();
  printPlan(plan);
  return {
    operations: plan.operations.length,
    parse: parsed - begun,
    desired: drawn - parsed,
    plan: planned - drawn,
    print: performance.now() - planned,
  };
}
