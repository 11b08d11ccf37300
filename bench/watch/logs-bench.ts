import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSYBOX_IMAGE } from '@jalon/docker/testing';
import { round } from '../lib/median';
import type { Bench, BenchContext, Report } from '../lib/report';
import { type OwnStack, withOwnStack } from './own-stack';

const LEAST_PER_SECOND = 100_000;
const MOST_GROWTH_MB = 50;
/** As many as the rotated logs of a container hold. */
const LINES = 200_000;
const FLOOD_SECONDS = 60;
const READER_PAUSE_MS = 200;

const LINE = 'INFO 2026-01-01 12:00:00 request 0123456789 took 12 ms and ended with status 200';
const END = 'that was all';

export const logsBench: Bench = {
  name: 'logs',
  title: 'Following logs: a long one as fast as the engine gives it, and a flood for a slow reader',
  run: runLogsBench,
};

/** Lines that the server has handled (given on, or counted as dropped) a second, and what its memory grew by. */
async function runLogsBench(context: BenchContext): Promise<Report> {
  const floodSeconds = context.rounds ?? FLOOD_SECONDS;
  const long = await withOwnStack(context, (stack) => readLong(context, stack));
  const flood = await withOwnStack(context, (stack) => readFlood(context, stack, floodSeconds));
  return {
    rows: [long, flood],
    bars: [
      {
        what: 'log tail, server side',
        measured: long['lines/s'],
        unit: 'lines/s',
        must: 'at least',
        bar: LEAST_PER_SECOND,
      },
      {
        what: `flood for ${floodSeconds} s, memory of the server`,
        measured: flood['grew by MB'],
        unit: 'MB',
        must: 'at most',
        bar: MOST_GROWTH_MB,
      },
    ],
    notes: [],
  };
}

/** Everything that a container has printed so far, read from its beginning. */
async function readLong({ signal, onLine }: BenchContext, stack: OwnStack) {
  onLine(`${LINES} lines are printed`);
  const since = new Date(Date.now() - 1_000).toISOString();
  await stack.up(printer(`yes "${LINE}" | head -n ${LINES}; echo "${END}"; sleep 1000000`));
  while (!(await hasEnded(stack))) await sleep(500, undefined, { signal });
  return measure('200,000 lines', stack, { since, tail: 1, signal }, async (text) => text !== END);
}

async function readFlood({ signal, onLine }: BenchContext, stack: OwnStack, seconds: number) {
  onLine(`a flood for ${seconds} s`);
  const burst = `i=0; while [ $$i -lt 100 ]; do echo "${LINE}"; i=$$((i+1)); done; usleep 10000`;
  await stack.up(printer(`while true; do ${burst}; done`));
  const until = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
  return measure('up to 10,000 lines/s, slow reader', stack, { tail: 0, signal: until }, async () => {
    await sleep(READER_PAUSE_MS);
    return true;
  });
}

function printer(command: string): string {
  return `services:
  printer:
    image: ${BUSYBOX_IMAGE}
    stop_signal: SIGKILL
    mem_limit: 64m
    command: ["sh", "-c", ${JSON.stringify(command)}]
`;
}

async function hasEnded({ engine, target }: OwnStack): Promise<boolean> {
  for await (const batch of engine.logs({ environmentId: target.environmentId, tail: 1 })) {
    if (batch.some((entry) => 'line' in entry && entry.line.trim() === END)) return true;
  }
  return false;
}

/** @param goOn is told the last line of each batch; false ends the reading. */
async function measure(
  what: string,
  { engine, target }: OwnStack,
  request: { since?: string; tail: number; signal: AbortSignal },
  goOn: (lastText: string) => Promise<boolean>,
) {
  const { environmentId } = target;
  const [from, before] = [performance.now(), process.memoryUsage().rss];
  let [given, dropped, most, isFirst] = [0, 0, before, true];
  for await (const batch of engine.logs({ ...request, environmentId, follow: true })) {
    let last = '';
    for (const entry of batch) {
      if ('dropped' in entry) dropped += entry.dropped;
      else {
        given += 1;
        last = entry.line.trim();
      }
    }
    most = Math.max(most, process.memoryUsage().rss);
    // The first batch is the tail, which ends as the log does.
    const isTail = isFirst && request.tail > 0;
    isFirst = false;
    if (!isTail && !(await goOn(last))) break;
  }
  const seconds = (performance.now() - from) / 1000;
  return {
    what,
    seconds: round(seconds, 1),
    'lines/s': round((given + dropped) / seconds),
    'given on': given,
    dropped,
    'grew by MB': round((most - before) / 1e6, 1),
  };
}
