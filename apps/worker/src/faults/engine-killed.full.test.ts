import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Moment } from '../testing/faults/lines/strike';
import { calmly, FINE, Range } from '../testing/faults/range';
import { type StackDraft, simple } from '../testing/faults/stacks/stack';

/** The bridge of the machine's own daemon, where it has one: docs/decisions/0008. */
const machineBridge = '/sys/class/net/docker0';
const hadBridge = existsSync(machineBridge);
let range: Range;

beforeAll(async () => {
  range = await Range.open();
});

afterAll(async () => {
  await range.close();
  expect(existsSync(machineBridge)).toBe(hadBridge);
});

const pair = (version: number): StackDraft => ({
  back: simple(version, { checked: true, volume: 'data' }),
  front: simple(version, { dependsOn: { back: 'service_healthy' }, networks: ['default', 'outer'] }),
});

/** Calls of the update: stop, rename and create of the one, start, the same of the other, its second network, removals. */
const MOMENTS: { call: number; moment: Moment }[] = [
  { call: 1, moment: 'during' },
  { call: 3, moment: 'done' },
  { call: 4, moment: 'during' },
  { call: 6, moment: 'before' },
  { call: 8, moment: 'during' },
  { call: 10, moment: 'answered' },
];

describe('kill -9 of dockerd', () => {
  it('at several moments of one update and again: the deployment waits for it and ends well', async () => {
    const drill = await range.standing(pair(1));
    const { lane } = drill;
    let version = 1;
    for (const { call, moment } of MOMENTS) {
      version += 1;
      const restarts: Promise<void>[] = [];
      const hit = async (): Promise<void> => {
        await range.engine.kill();
        await range.engine.up();
      };
      const strike = { call, moment, hit: () => void restarts.push(hit()) };
      const result = await calmly(drill, { action: 'DEPLOY', stack: pair(version) }, strike);
      expect(restarts, `call ${call} was not made`).toHaveLength(1);
      await Promise.all(restarts);
      expect(result, `killed ${moment} call ${call}`).toMatchObject(FINE);
    }
    expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
    expect(lane.engine.calls().length).toBeGreaterThan(0);
  });
});
