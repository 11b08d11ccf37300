import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Drill } from '../testing/faults/drill';
import { Range } from '../testing/faults/range';
import { report } from '../testing/faults/settings';
import { composeOf, type StackDraft, simple } from '../testing/faults/stacks/stack';
import type { WorkerProcess } from '../testing/worker-process';

/** Trials of the bar, shared by environments that are at work beside each other. */
const TRIALS = 200;
const ENVIRONMENTS = 4;
/** Times are reported and not asserted: a busy machine is not a fault. */
const HOUR_MS = 3_600_000;

let range: Range;
let workers: WorkerProcess[];

beforeAll(async () => {
  range = await Range.open();
  const { lane, scene } = range;
  const options = { dockerHost: lane.engine.endpoint };
  workers = [await scene.worker(options), await scene.worker(options)];
  await Promise.all(workers.map(({ ready }) => ready));
});

afterAll(() => range.close());

const one = (version: number): StackDraft => ({ only: simple(version, { checked: true }) });

const takenUp = ({ log }: WorkerProcess): number => log().split('deployment taken up').length - 1;

/** Two applies at the same moment, again and again; gives how many of them had to wait for the other. */
async function applyTwice(drill: Drill, trials: number): Promise<number> {
  const { scene } = range;
  const { environment } = drill;
  let waited = 0;
  for (let trial = 1; trial <= trials; trial += 1) {
    const files = [composeOf(one(trial * 2)), composeOf(one(trial * 2 + 1))];
    const ids = await Promise.all(files.map((file) => scene.queue(environment, 'DEPLOY', file)));
    const ended = await Promise.all(ids.map((id) => scene.finished(id, 240_000)));
    const [first, second] = ended.sort((a, b) => a.number - b.number);
    expect(ended.map(({ status, errorMessage }) => `${status} ${errorMessage}`)).toEqual([
      'SUCCEEDED null',
      'SUCCEEDED null',
    ]);
    // Never at once: the second begins when the first has ended.
    expect(second?.startedAt?.getTime()).toBeGreaterThanOrEqual(first?.finishedAt?.getTime() ?? Number.NaN);
    for (const { steps } of ended) expect(steps.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
    const found = await scene.containers(environment);
    expect(found).toEqual([`${environment.projectSlug}-sandbox-only-1 running healthy`]);
    waited += 1;
  }
  return waited;
}

describe('two workers', () => {
  it(`${TRIALS} times two applies to one environment at once: one waits, none collides`, {
    timeout: HOUR_MS,
  }, async () => {
    const environments = await Promise.all(
      Array.from({ length: ENVIRONMENTS }, () => range.lane.environment()),
    );
    const drills = environments.map((environment) => new Drill(range.lane, environment));
    const waited = await Promise.all(drills.map((drill) => applyTwice(drill, TRIALS / ENVIRONMENTS)));
    const trials = waited.reduce((sum, count) => sum + count);
    const shares = workers.map(takenUp);
    await report('double-apply', { trials, collisions: 0, shares });
    expect(trials).toBe(TRIALS);
    // Each deployment was taken up once, by one of the two; both had their share.
    expect(shares.reduce((sum, count) => sum + count)).toBe(TRIALS * 2);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });
});
