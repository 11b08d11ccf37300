import { BUSYBOX_IMAGE, testEngine } from '@jalon/docker/testing';
import { Refusal } from '../../scripts/lib/fail.mjs';
import type { Bench, BenchContext, Report } from '../lib/report';
import { barsOf } from './bars';
import { findComposes } from './compose';
import type { Contender } from './contender';
import { jalon } from './jalon';
import { Measurements } from './measurements';
import { countCalls, timeRound } from './rounds';
import { stackText } from './stack-text';

const SIZES = [1, 10, 25, 50];
const ROUNDS: Record<number, number> = { 1: 7, 10: 5 };
const ROUNDS_OTHERWISE = 3;

export const engineBench: Bench = {
  name: 'engine',
  title: 'Deploying stacks of small services',
  run: runEngineBench,
};

/**
 * Jalon's engine and every Compose of this machine bring the same file up, find nothing to do, and take it down,
 * one after the other in each round, on the same daemon. Requests are counted in a round of their own.
 */
async function runEngineBench(context: BenchContext): Promise<Report> {
  const { dockerHost, signal, onLine } = context;
  if (!dockerHost) throw new Refusal('This benchmark needs a Docker engine.');
  // Makes the image of the small services, where it is not there yet.
  (await testEngine({ endpoint: dockerHost })).close();
  const peers = await findComposes();
  const contenders = [jalon, ...peers];
  const measurements = new Measurements();
  const leftOut: string[] = [];
  const attempt = async (contender: Contender, what: string, round: () => Promise<void>): Promise<void> => {
    onLine(what);
    try {
      await round();
    } catch (error) {
      // A peer that fails now and then is still compared with; our own failure is a finding of its own.
      if (contender === jalon || signal.aborted) throw error;
      leftOut.push(`left out, because it failed: ${what}: ${lastLine(error)}`);
    }
  };
  for (const size of context.sizes ?? SIZES) {
    const files = {
      text: stackText(size, BUSYBOX_IMAGE),
      changed: stackText(size, BUSYBOX_IMAGE, 'changed'),
    };
    for (const contender of contenders) {
      await attempt(contender, `${size} services, counting the requests of ${contender.name}`, async () =>
        measurements.addCalls(contender.name, size, await countCalls(contender, files, dockerHost, signal)),
      );
    }
    const rounds = context.rounds ?? ROUNDS[size] ?? ROUNDS_OTHERWISE;
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of inTurn(contenders, round)) {
        const what = `${size} services, round ${round + 1} of ${rounds}: ${contender.name}`;
        await attempt(contender, what, async () =>
          measurements.addTimes(contender.name, size, await timeRound(contender, files, dockerHost, signal)),
        );
      }
    }
  }
  return {
    rows: measurements.rows(jalon.name),
    bars: barsOf(
      measurements,
      jalon.name,
      peers.map(({ name }) => name),
    ),
    samples: measurements.samples(),
    notes: [...measurements.notes(jalon.name), ...leftOut, ...(peers.length === 0 ? [NO_PEER] : [])],
  };
}

const NO_PEER = 'Neither docker-compose nor docker compose is on this machine: nothing to compare with.';

/** Whoever begins has a quieter daemon: each begins as often as the others. */
function inTurn(contenders: Contender[], round: number): Contender[] {
  const first = round % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}
