import { round } from '../lib/median';
import type { Bar } from '../lib/report';
import type { Figure, Measurements, Phase } from './measurements';

/** The bars are set for this many services. */
const SIZE = 50;
const MOST = { upCalls: 160, noopCalls: 6, noopMs: 60 };
const LEAST_PER_SECOND = 5;

/** Figures of `who` against the bars of the project; none when the size they are set for was not measured. */
export function barsOf(measurements: Measurements, who: string, peers: readonly string[]): Bar[] {
  const figure = (phase: Phase): Figure | null => measurements.figure(who, SIZE, phase);
  const [up, noop] = [figure('up'), figure('no-op')];
  if (!up || !noop) return [];
  return [
    atLeast('up, 50 services', round((SIZE / up.ms) * 1000, 2), 'containers/s', LEAST_PER_SECOND),
    atMost('up, 50 services', mostCalls(up), 'API calls', MOST.upCalls),
    atMost('no-op, 50 services', round(noop.ms, 1), 'ms', MOST.noopMs),
    atMost('no-op, 50 services', mostCalls(noop), 'API calls', MOST.noopCalls),
    ...peers.flatMap((peer) => {
      const theirs = measurements.figure(peer, SIZE, 'up');
      if (!theirs) return [];
      return [atMost(`up, 50 services, time / ${peer}`, round(up.ms / theirs.ms, 3), '', 1)];
    }),
  ];
}

function atMost(what: string, measured: number, unit: string, bar: number): Bar {
  return { what, measured, unit, must: 'at most', bar };
}

function atLeast(what: string, measured: number, unit: string, bar: number): Bar {
  return { what, measured, unit, must: 'at least', bar };
}

function mostCalls({ calls, mostCounted }: Figure): number {
  return Math.max(calls ?? 0, mostCounted ?? 0);
}
