import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calmly, FINE, Range } from '../testing/faults/range';
import { simple } from '../testing/faults/stacks/stack';

let range: Range;

beforeAll(async () => {
  range = await Range.open();
});

afterAll(() => range.close());

const pair = (version: number) => ({
  back: simple(version),
  front: simple(version, { dependsOn: { back: 'service_started' }, networks: ['default', 'outer'] }),
});

describe('an engine that answers everything but one call', () => {
  it.each(['rename', 'network-connect', 'stop'])(
    '%s: its deadline ends the wait, nothing is judged, and the deployment ends well when it answers',
    async (kind) => {
      const drill = await range.standing(pair(1));
      const { lane, environment } = drill;
      lane.engine.answer(kind, { kind: 'silence' });
      const running = calmly(drill, { action: 'DEPLOY', stack: pair(2) });
      const noted = await range.scene.until(
        () =>
          range.scene.db.deployment.findFirstOrThrow({
            where: { environmentId: environment.environmentId },
            orderBy: { number: 'desc' },
          }),
        ({ errorCode }) => errorCode !== null,
        180_000,
      );
      expect(noted).toMatchObject({ errorCode: 'ENGINE_UNREACHABLE', finishedAt: null });
      lane.engine.answer(kind, null);
      expect(await running).toMatchObject(FINE);
      expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
    },
  );

  it.each(['create', 'start', 'rename'])('%s fails once: the previous version serves again', async (kind) => {
    const drill = await range.standing(pair(1));
    const { lane } = drill;
    const message = 'something is wrong with the disk';
    lane.engine.answer(kind, { kind: 'status', status: 500, message }, 1);
    const result = await calmly(drill, { action: 'DEPLOY', stack: pair(2), broken: true });
    expect(result).toMatchObject({ status: 'REVERTED', findings: [] });
    expect(await calmly(drill, { action: 'REMOVE' })).toMatchObject(FINE);
  });
});
