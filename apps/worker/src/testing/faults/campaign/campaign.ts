import type { TestEngine } from '@jalon/docker/testing';
import { freePorts } from '../../free-ports';
import { isOurs } from '../audit/finding';
import { Lane } from '../lane';
import { randomOf } from '../random';
import { Tally } from './tally';
import { type Unit, UnitFailed } from './unit';
import { walk } from './walk';

export interface CampaignOptions {
  seed: number;
  /** Units without an end of their own end when there were this many. */
  kills: number;
  /** Workers at work beside each other. */
  lanes: number;
  /** Done in this order, then random walks until there were enough kills. */
  units: readonly Unit[];
  endpoint: string;
  host: TestEngine;
  say(line: string): void;
}

const PULSE_MS = 20_000;
const PORTS = 4;

/** Has every unit done on a few lanes, and counts. What goes wrong in one of them ends that unit only. */
export async function campaign(options: CampaignOptions): Promise<Tally> {
  const { say, lanes, kills } = options;
  const tally = new Tally();
  const begun = performance.now();
  const open: Lane[] = [];
  const pulse = setInterval(() => say(progress(tally, open, kills, begun)), PULSE_MS);
  const units = unitsOf(options, tally);
  const work = async (): Promise<void> => {
    const lane = await Lane.open(options.endpoint, options.host);
    open.push(lane);
    try {
      // Each lane takes the next unit that nobody has taken.
      for (let next = units.next(); !next.done; next = units.next()) {
        await runUnit(next.value, lane, tally, options);
      }
    } finally {
      await lane.close();
    }
  };
  try {
    // All of them, whatever became of one: its engine is taken from nobody who still works.
    const ends = await Promise.allSettled(Array.from({ length: lanes }, work));
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
  } finally {
    clearInterval(pulse);
  }
  return tally;
}

function* unitsOf({ units, kills }: CampaignOptions, tally: Tally): Generator<Unit> {
  yield* units;
  for (let number = 1; tally.kills < kills; number += 1) yield walk(number);
}

async function runUnit(unit: Unit, lane: Lane, tally: Tally, options: CampaignOptions): Promise<void> {
  const { seed, kills, say } = options;
  try {
    await unit.run({
      lane,
      random: randomOf(seed, unit.name),
      means: { ports: await freePorts(PORTS) },
      isEnough: () => tally.kills >= kills,
      took: (result) => {
        tally.add(unit.name, result);
        if (result.findings.some(isOurs)) throw new UnitFailed();
      },
    });
  } catch (error) {
    if (!(error instanceof UnitFailed)) tally.addBroken(unit.name, error);
    const failure = tally.failures.findLast((one) => one.unit === unit.name);
    say(`✗ ${unit.name}, seed ${seed}:\n${JSON.stringify(failure, null, 1)}\n${lane.log()}`);
  }
}

function progress(tally: Tally, lanes: readonly Lane[], wanted: number, begun: number): string {
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  const { deployments, failures } = tally;
  const kills = lanes.reduce((sum, lane) => sum + lane.kills, 0);
  return `  … ${minutes} min: ${kills} kills of ${wanted}, ${deployments} deployments, ${failures.length} failures`;
}
