import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { stackText } from '../engine/stack-text';
import { median, round } from '../lib/median';
import type { Bench, BenchContext, Report } from '../lib/report';
import { withOwnStack } from './own-stack';

const SIZE = 200;
const SECONDS = 20;
const MOST_PERCENT = 5;

export const statsBench: Bench = {
  name: 'stats',
  title: 'CPU and memory of running containers, once a second',
  run: runStatsBench,
};

/** What reading every container once a second costs this process, in percent of a core. */
async function runStatsBench(context: BenchContext): Promise<Report> {
  const sizes = context.sizes ?? [SIZE];
  const rows = [];
  for (const size of sizes) {
    context.onLine(`${size} containers are brought up`);
    rows.push(await withOwnStack(context, (stack) => measure(context, size, stack)));
  }
  const full = rows.find(({ containers }) => containers === SIZE);
  const what = `stats of ${SIZE} containers at 1 Hz`;
  const bar = full && {
    what,
    measured: full['% of a core'],
    unit: '% of a core',
    must: 'at most' as const,
    bar: MOST_PERCENT,
  };
  return { rows, bars: bar ? [bar] : [], notes: [] };
}

async function measure(
  { signal, onLine, rounds }: BenchContext,
  size: number,
  { engine, up, containerIds }: Parameters<Parameters<typeof withOwnStack>[1]>[0],
) {
  await up(stackText(size, BUSYBOX_IMAGE));
  const ids = await containerIds();
  const sampler = engine.statsSampler();
  try {
    // The first looks find the files.
    for (let look = 0; look < 3; look += 1) await sampler.sample(ids);
    const seconds = rounds ?? SECONDS;
    const [from, before] = [performance.now(), process.cpuUsage()];
    const looks: number[] = [];
    let read = 0;
    for (let second = 1; second <= seconds; second += 1) {
      onLine(`${size} containers, second ${second} of ${seconds}`);
      const begun = performance.now();
      read += (await sampler.sample(ids)).length;
      looks.push(performance.now() - begun);
      await sleep(Math.max(0, from + second * 1000 - performance.now()), undefined, { signal });
    }
    const { user, system } = process.cpuUsage(before);
    const percent = ((user + system) / 1000 / (performance.now() - from)) * 100;
    return {
      containers: size,
      'read each time': round(read / seconds),
      'ms a look': round(median(looks), 1),
      '% of a core': round(percent, 2),
    };
  } finally {
    sampler.close();
  }
}
