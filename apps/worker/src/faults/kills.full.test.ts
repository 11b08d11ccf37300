import { type TestEngine, testEngine } from '@jalon/docker/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign } from '../testing/faults/campaign/campaign';
import { summary } from '../testing/faults/campaign/summary';
import { sweeps } from '../testing/faults/campaign/sweep';
import { walk } from '../testing/faults/campaign/walk';
import { faultSettings, report } from '../testing/faults/settings';
import { PrivateEngine } from '../testing/private-engine';

const HOURS_MS = 3_600_000;

const { seed, kills, lanes, unit } = faultSettings();
let engine: PrivateEngine;
let host: TestEngine;

beforeAll(async () => {
  engine = await PrivateEngine.start();
  host = await testEngine({ endpoint: engine.endpoint });
});

afterAll(async () => {
  host.close();
  await engine.close();
});

/** One unit again, by its name; `walk 12` is made for the asking. */
function replayOf(name: string) {
  const found = sweeps.find((one) => one.name === name);
  return [found ?? walk(Number(name.replace('walk ', '')))];
}

it('kill -9 of the worker at every operation boundary: all deployments end where they should', {
  timeout: 3 * HOURS_MS,
}, async () => {
  const units = unit === null ? sweeps : replayOf(unit);
  const wanted = unit === null ? kills : 1;
  const { endpoint } = engine;
  const say = (line: string): void => console.log(line);
  say(`seed ${seed}`);
  const tally = await campaign({ seed, kills: wanted, lanes, units, endpoint, host, say });
  await report('kills', { seed, ...summary(tally) });
  expect(tally.failures, `npm run test:faults -- --seed ${seed}`).toEqual([]);
  expect(tally.kills).toBeGreaterThanOrEqual(wanted);
  const left = await host.docker.listContainers({ all: true });
  expect(left.map(({ Names }) => Names[0])).toEqual([]);
});
