import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Drill, Order } from '../testing/faults/drill';
import { calmly, FINE, Range } from '../testing/faults/range';
import { report } from '../testing/faults/settings';
import { type ServiceDraft, simple } from '../testing/faults/stacks/stack';

let range: Range;
/** From the wish to the worker's word for it, milliseconds. */
const measured: Record<string, number> = {};

beforeAll(async () => {
  range = await Range.open();
});

afterAll(async () => {
  await report('cancel', measured);
  await range.close();
});

const pair = (version: number, back: Partial<ServiceDraft> = {}) => ({
  back: simple(version, { volume: 'data', ...back }),
  front: simple(version, { dependsOn: { back: 'service_started' } }),
});

/** The newest deployment of the environment. */
const newest = ({ environment }: Drill) =>
  range.scene.db.deployment.findFirstOrThrow({
    where: { environmentId: environment.environmentId },
    orderBy: { number: 'desc' },
  });

interface Case {
  state: string;
  update: Order['stack'];
  /** A call that the engine does not answer, so that the deployment stays where it is. */
  silent?: string;
  /** Where it is when it is cancelled. */
  at: (step: { key: string; status: string }) => boolean;
}

const runs = (kind: string) => (step: { key: string; status: string }) =>
  step.key.startsWith(`${kind}:`) && step.status === 'RUNNING';

const CASES: Case[] = [
  { state: 'while it pulls', update: pair(2, { flaw: 'no-image' }), silent: 'pull', at: runs('pull') },
  { state: 'while it stops', update: pair(2), silent: 'stop', at: runs('stop') },
  { state: 'while it renames', update: pair(2), silent: 'rename', at: runs('rename') },
  { state: 'while it creates', update: pair(2), silent: 'create', at: runs('create') },
  { state: 'while it starts', update: pair(2), silent: 'start', at: runs('start') },
  { state: 'while it waits for health', update: pair(2, { checked: true, flaw: 'slow' }), at: runs('wait') },
  { state: 'while it waits for it to stay up', update: pair(2), at: runs('wait') },
];

describe('a wish to cancel', () => {
  it.each(CASES)('$state: what had been changed is put back', async ({ state, update, silent, at }) => {
    const drill = await range.standing(pair(1));
    const { lane } = drill;
    if (silent) lane.engine.answer(silent, { kind: 'silence' });
    const running = calmly(drill, { action: 'DEPLOY', stack: update, broken: true });
    const { id } = await range.scene.until(
      () => newest(drill),
      ({ number }) => number === 2,
    );
    await range.scene.until(
      () => range.scene.deployment(id),
      ({ steps }) => steps.some(at),
    );
    measured[state] = await drill.cancel(id);
    if (silent) lane.engine.answer(silent, null);
    const result = await running;
    console.log(`  ${state}: said after ${measured[state]} ms`);
    expect(result.status).toBe('CANCELLED');
    expect(result.findings.filter(({ kind }) => kind !== 'verdict')).toEqual([]);
  });

  it('while it waits for another one to end: it ends at once, and the other is not disturbed', async () => {
    const drill = await range.standing(pair(1));
    const { lane, environment } = drill;
    lane.engine.answer('stop', { kind: 'silence' });
    const running = calmly(drill, { action: 'DEPLOY', stack: pair(2) });
    await range.scene.until(
      () => newest(drill),
      ({ status }) => status === 'APPLYING',
    );
    const behind = await range.scene.queue(environment, 'RESTART');
    measured['while another one is under way'] = await drill.cancel(behind);
    expect((await range.scene.deployment(behind)).status).toBe('CANCELLED');
    lane.engine.answer('stop', null);
    lane.engine.cut();
    expect(await running).toMatchObject(FINE);
  });
});
