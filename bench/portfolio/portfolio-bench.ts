import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { apiClient, signIn } from '../../scripts/sample/api-client';
import { round } from '../lib/median';
import { quantile } from '../lib/quantile';
import type { Bar, Bench, BenchContext, Report } from '../lib/report';
import { type WebPlatform, withWebPlatform } from '../platform/web-platform';
import { gather, kindsOf } from './kinds';
import { timeMonteCarlo } from './monte-carlo';
import { type Kind, openLoop, send, type Target, type Timing } from './open-loop';
import { seedPortfolio } from './seed';
import { timeImport } from './time-import';

const PER_SECOND = 200;
const WARM_UP_S = 8;
const SECONDS = 30;
/** Requests of each kind, one after the other, on a server that does nothing else. */
const ALONE = 15;
/** As many as are written to in a run, so that no two writes meet on one use case. */
const WRITERS = 400;
const DEEP_PAGES = 15;

export const portfolioBench: Bench = {
  name: 'portfolio',
  title: 'Portfolio of 10,000 use cases',
  run: runPortfolioBench,
};

/** A large portfolio behind the real web process, asked as people ask, at a fixed rate. */
async function runPortfolioBench(context: BenchContext): Promise<Report> {
  const monteCarlo = timeMonteCarlo();
  context.onLine('a database of 10,000 use cases');
  return withWebPlatform(
    (databaseUrl, people) => seedPortfolio(databaseUrl, people, context.onLine),
    (platform) => measure(platform, context, monteCarlo),
  );
}

async function measure(
  { url, people }: WebPlatform,
  { onLine, signal, sizes }: BenchContext,
  monteCarlo: ReturnType<typeof timeMonteCarlo>,
): Promise<Report> {
  const perSecond = sizes?.[0] ?? PER_SECOND;
  const cookie = await signIn(url, people.admin.email, people.admin.password);
  const target = { url, cookie };
  const api = apiClient(url, cookie);
  onLine('looking for what to ask');
  const kinds = kindsOf(await gather(api, DEEP_PAGES, WRITERS));
  const alone = await oneByOne(target, kinds, onLine, signal);
  onLine(`warming up at ${perSecond} requests a second`);
  await openLoop(target, kinds, { perSecond, seconds: WARM_UP_S, from: 0, signal });
  onLine(`${perSecond} requests a second for ${SECONDS} s`);
  const from = perSecond * WARM_UP_S;
  const timings = await openLoop(target, kinds, { perSecond, seconds: SECONDS, from, signal });
  const loadDuring = round(loadavg()[0] ?? 0, 1);
  onLine('importing 5,000 rows');
  const imported = await timeImport(api);
  const failed = timings.filter((timing) => timing.failed !== null);
  return {
    rows: kinds.map((kind) => rowOf(kind, alone, timings)),
    bars: barsOf(timings, imported, monteCarlo.median, failed.length),
    notes: [
      `${perSecond} requests a second, sent whether or not earlier ones were answered; each is counted from the moment it was due`,
      `load over the minute of it: ${loadDuring}, of which web, PostgreSQL and the sender are a part`,
      '“alone”: one request at a time before that; “/ nothing”: p99 by the p99 of the health page in the same run',
      `preview of the 5,000 rows: ${round(imported.preview, 2)} s`,
      ...[...new Set(failed.map(({ kind, failed: why }) => `${kind}: ${why}`))].slice(0, 5),
    ],
    samples: {
      'Monte Carlo ms': monteCarlo.all.map((ms) => round(ms, 1)),
      ...Object.fromEntries(kinds.map(({ name }) => [name, msOf(timings, name).map((ms) => round(ms, 1))])),
    },
  };
}

const msOf = (timings: readonly Timing[], kind: string): number[] =>
  timings.filter((timing) => timing.kind === kind).map(({ ms }) => ms);

async function oneByOne(
  target: Target,
  kinds: readonly Kind[],
  onLine: (line: string) => void,
  signal: AbortSignal,
): Promise<Timing[]> {
  const agent = new Agent({ keepAlive: true });
  const timings: Timing[] = [];
  // Writes come later: alone they would take the turns of those in the run.
  for (const { name, verb, make } of kinds.filter((kind) => kind.verb !== 'write')) {
    onLine(`${name}, alone`);
    for (let n = 0; n < ALONE + 3; n += 1) {
      signal.throwIfAborted();
      const begun = performance.now();
      const { bytes, failed } = await send(target, agent, make(n));
      if (n >= 3) timings.push({ kind: name, verb, ms: performance.now() - begun, bytes, failed });
    }
  }
  agent.destroy();
  return timings;
}

function rowOf(
  { name, verb }: Kind,
  alone: readonly Timing[],
  timings: readonly Timing[],
): Report['rows'][number] {
  const ms = msOf(timings, name);
  const own = timings.filter((timing) => timing.kind === name);
  const nothing = quantile(
    timings.filter((timing) => timing.verb === 'trivial').map((timing) => timing.ms),
    0.99,
  );
  return {
    request: name,
    verb,
    times: ms.length,
    failed: own.filter((timing) => timing.failed !== null).length,
    kB: round((own[0]?.bytes ?? 0) / 1000, 1),
    'alone p50 ms': round(quantile(msOf(alone, name), 0.5), 1),
    'p50 ms': round(quantile(ms, 0.5), 1),
    'p99 ms': round(quantile(ms, 0.99), 1),
    'most ms': round(Math.max(...ms), 1),
    'p99 / nothing': round(quantile(ms, 0.99) / nothing, 2),
  };
}

function barsOf(
  timings: readonly Timing[],
  imported: { import: number },
  monteCarlo: number,
  failures: number,
): Bar[] {
  const of = (verb: Timing['verb']): number[] =>
    timings.filter((timing) => timing.verb === verb).map(({ ms }) => ms);
  const atMost = (what: string, measured: number, unit: string, bar: number): Bar => ({
    what,
    measured: round(measured, 1),
    unit,
    must: 'at most',
    bar,
  });
  return [
    atMost('reads, p99', quantile(of('read'), 0.99), 'ms', 100),
    atMost('writes, p99', quantile(of('write'), 0.99), 'ms', 200),
    atMost('requests that failed', failures, '', 0),
    atMost('Monte Carlo, 1,000 use cases × 10,000 draws, median', monteCarlo, 'ms', 150),
    atMost('import of 5,000 rows', imported.import, 's', 10),
  ];
}
