import type { Change, Principal } from '@jalon/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryHarness, deliveryHarness, makeProject } from '../../testing/delivery-harness';
import type { LiveEvent } from './changes';

let harness: DeliveryHarness;
let engineer: Principal;
let projectId: string;
beforeAll(async () => {
  harness = await deliveryHarness();
  engineer = await harness.person('ENGINEER');
  projectId = (await makeProject(harness, engineer)).id;
});
afterAll(() => harness.close());

/** What a person hears of these changes; the news that everybody hears closes the list. */
async function heardBy(person: Principal, changes: Change[]): Promise<Change[]> {
  const heard: Change[] = [];
  for await (const event of await harness.callerOf(person).live.changes()) {
    const { kind } = event as LiveEvent;
    if (kind === 'resynced') break;
    if (kind === 'change') heard.push((event as { change: Change }).change);
    if (kind !== 'ready') continue;
    // The subscription begins with the next step of the loop: publish after it.
    setImmediate(() => {
      for (const change of changes) harness.services.changes.publish({ kind: 'change', change });
      harness.services.changes.publish({ kind: 'resynced' });
    });
  }
  return heard;
}

describe('live.changes', () => {
  it('tells a member, and nobody else, of a project', async () => {
    const deployment: Change = { topic: 'deployment', id: 'd', projectId };
    expect(await heardBy(engineer, [deployment])).toEqual([deployment]);
    expect(await heardBy(await harness.person('ENGINEER'), [deployment])).toEqual([]);
    expect(await heardBy(await harness.person('BUSINESS'), [deployment])).toEqual([]);
    expect(await heardBy(await harness.person('ADMIN'), [deployment])).toEqual([deployment]);
  });

  it('keeps people’s own matters from others', async () => {
    const user: Change = { topic: 'user', id: engineer.userId };
    const session: Change = { topic: 'session', id: 's' };
    expect(await heardBy(engineer, [user, session])).toEqual([]);
    expect(await heardBy(await harness.person('ADMIN'), [user, session])).toEqual([user]);
  });

  it('drops a project-bound change that names no project', async () => {
    expect(await heardBy(engineer, [{ topic: 'run', id: 'r' }])).toEqual([]);
  });
});
