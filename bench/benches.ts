import { engineBench } from './engine/engine-bench';
import { jsBench } from './js/js-bench';
import type { Bench } from './lib/report';
import { memoryBench } from './memory/memory-bench';
import { planBench } from './plan/plan-bench';
import { portfolioBench } from './portfolio/portfolio-bench';
import { scrollBench } from './scroll/scroll-bench';
import { edgesBench } from './watch/edges-bench';
import { logsBench } from './watch/logs-bench';
import { statsBench } from './watch/stats-bench';

const BENCHES: Bench[] = [
  engineBench,
  edgesBench,
  statsBench,
  logsBench,
  planBench,
  memoryBench,
  jsBench,
  portfolioBench,
  scrollBench,
];

/** The benchmark of this name; the command has refused names that are none. */
export function benchNamed(name: string): Bench {
  const found = BENCHES.find((bench) => bench.name === name);
  if (!found) throw new Error(`no benchmark is called ${name}`);
  return found;
}
