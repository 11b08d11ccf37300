import { randomInt } from 'node:crypto';
import { type TestEngine, testEngine } from '@jalon/docker/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign } from '../testing/faults/campaign/campaign';
import { PrivateEngine } from '../testing/private-engine';

const KILLS = 20;

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

it(`kill -9 of the worker at ${KILLS} random boundaries: every deployment ends where it should`, async () => {
  const seed = randomInt(1_000_000);
  const { endpoint } = engine;
  const say = (line: string): void => console.log(line);
  const tally = await campaign({ seed, kills: KILLS, lanes: 2, units: [], endpoint, host, say });
  console.log(`seed ${seed}:`, Object.fromEntries(tally.byBoundary), tally.recoveries.map(Math.round));
  expect(tally.failures, `replay: npm run test:faults -- --seed ${seed}`).toEqual([]);
  expect(tally.kills).toBeGreaterThanOrEqual(KILLS);
});
