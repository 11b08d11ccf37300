import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Moment } from '../testing/faults/lines/strike';
import { OwnPostgres } from '../testing/faults/own-postgres';
import { calmly, FINE, Range } from '../testing/faults/range';
import { simple } from '../testing/faults/stacks/stack';

let postgres: OwnPostgres;
let range: Range;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  range = await Range.open(await postgres.database());
});

afterAll(async () => {
  await range.close();
  await postgres.close();
});

const pair = (version: number) => ({
  back: simple(version, { checked: true, volume: 'data' }),
  front: simple(version, { dependsOn: { back: 'service_healthy' } }),
});

/** Commits of a deployment: taken up, planned, then the beginning and the end of its steps. */
const MOMENTS: { commit: number; moment: Moment }[] = [
  { commit: 2, moment: 'before' },
  { commit: 4, moment: 'done' },
  { commit: 6, moment: 'before' },
  { commit: 9, moment: 'done' },
  { commit: 12, moment: 'before' },
  { commit: 15, moment: 'done' },
];

describe('kill -9 of PostgreSQL', () => {
  it.each(MOMENTS)(
    '$moment commit $commit of an update: the deployment goes on when it is back',
    async ({ commit, moment }) => {
      const drill = await range.standing(pair(1));
      const restarts: Promise<void>[] = [];
      const hit = () => void restarts.push(postgres.crash());
      const strike = { line: 'database' as const, call: commit, moment, hit };
      const result = await calmly(drill, { action: 'DEPLOY', stack: pair(2) }, strike);
      expect(restarts, `commit ${commit} did not come`).toHaveLength(1);
      await Promise.all(restarts);
      expect(result).toMatchObject(FINE);
      expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
    },
  );

  it('at the first commit of a worker that starts: it waits, and does not end', async () => {
    const drill = await range.standing(pair(1));
    await drill.lane.kill();
    const restarts: Promise<void>[] = [];
    const hit = () => void restarts.push(postgres.crash());
    drill.lane.database.arm({ call: 1, moment: 'before', hit });
    await drill.lane.ensureWorker();
    await range.scene.until(
      async () => restarts.length,
      (count) => count > 0,
    );
    await Promise.all(restarts);
    expect(await calmly(drill, { action: 'DEPLOY', stack: pair(2) })).toMatchObject(FINE);
    expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
  });
});
