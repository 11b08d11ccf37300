import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../scripts/lib/fail.mjs';
import type { Home } from '../../scripts/lib/home.mjs';
import { processState } from '../../scripts/lib/processes.mjs';
import { round } from '../lib/median';
import type { Bar, Bench, BenchContext, Report } from '../lib/report';
import type { Row } from '../lib/table';
import { type MeasuredPlatform, withOwnPlatform } from '../platform/own-platform';
import { runningPlatform } from '../platform/running-platform';
import { memoryOf, type ProcessMemory } from './process-memory';
import { warmUp } from './warm-up';

const IDLE_MS = 60_000;
const PROCESSES = ['web', 'worker', 'gateway'] as const;
const MOST_NOW_MB = 350;
const MOST_MB = 250;

export const memoryBench: Bench = {
  name: 'memory',
  title: 'Idle memory of web, worker and gateway',
  run: runMemoryBench,
};

/** The platform is used a little, left alone for a minute, and weighed. */
async function runMemoryBench(context: BenchContext): Promise<Report> {
  if (process.platform !== 'linux') throw new Refusal('Memory is read from /proc, which Linux has.');
  if (context.running) return measure(await runningPlatform(), context);
  if (!context.dockerHost)
    throw new Refusal('This benchmark starts the platform, which needs a Docker engine.');
  return withOwnPlatform(context.dockerHost, (platform) => measure(platform, context));
}

async function measure(platform: MeasuredPlatform, { signal, onLine }: BenchContext): Promise<Report> {
  const fresh = weigh(platform.home);
  onLine('warming up');
  const requests = await warmUp(platform);
  const busy = weigh(platform.home);
  onLine(`${requests} requests done, idle for ${IDLE_MS / 1000} s`);
  await sleep(IDLE_MS, undefined, { signal });
  const idle = weigh(platform.home);
  return {
    rows: [
      ...rowsOf('before', fresh),
      ...rowsOf(`after ${requests} requests`, busy),
      ...rowsOf('idle', idle),
    ],
    bars: [
      bar('resident, the bar now', total(idle).rss, MOST_NOW_MB),
      bar('shared pages counted once, the bar now', total(idle).pss, MOST_NOW_MB),
      bar('resident, the bar', total(idle).rss, MOST_MB),
      bar('shared pages counted once, the bar', total(idle).pss, MOST_MB),
    ],
    notes: ['The embedded PostgreSQL is not in it, nor are the containers.'],
  };
}

type Weights = Record<(typeof PROCESSES)[number], ProcessMemory>;

function weigh(home: Home): Weights {
  const weights = PROCESSES.map((name) => {
    const { alive, pid } = processState(home, name);
    if (!alive || !pid) throw new Error(`${name} does not run any more`);
    return [name, memoryOf(pid)] as const;
  });
  return Object.fromEntries(weights) as Weights;
}

function total(weights: Weights): ProcessMemory {
  const all = Object.values(weights);
  const sum = (key: keyof ProcessMemory): number => all.reduce((so, each) => so + each[key], 0);
  return { rss: sum('rss'), pss: sum('pss'), own: sum('own'), processes: sum('processes') };
}

function rowsOf(when: string, weights: Weights): Row[] {
  return [...Object.entries(weights), ['together', total(weights)] as const].map(([process, memory]) => ({
    when,
    process,
    'resident MB': inMB(memory.rss),
    'shared pages once MB': inMB(memory.pss),
    'its own MB': inMB(memory.own),
  }));
}

function bar(what: string, bytes: number, most: number): Bar {
  return { what, measured: inMB(bytes), unit: 'MB', must: 'at most', bar: most };
}

/** Millions of bytes. */
const inMB = (bytes: number): number => round(bytes / 1e6, 1);
